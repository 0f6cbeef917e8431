import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { PluginRegistry } from "floe-core";
import { loadPlatform, PlatformFileError, type Platform, type ProductConfig } from "floe-platform";
import { FakeCompute, FakeOrchestrator, FakeSecrets, mockDiscovery } from "floe-testing";
import { afterAll, beforeAll, describe } from "vitest";
import { must } from "./support/checks.ts";
import { damaged } from "./support/damaged-bytes.ts";
import { fuzz } from "./support/fuzz.ts";
import { anyJson } from "./support/json-text.ts";

/* Platform files: whatever is in one, loading it ends, with a platform or with every problem and its place. */

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "floe-fuzz-"));
  fs.mkdirSync(path.join(root, "models"));
  fs.writeFileSync(path.join(root, "models/a.sql"), "SELECT * FROM rows");
  fs.writeFileSync(path.join(root, "rows.csv"), "id\n1\n");
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

async function load(source: string | ProductConfig): Promise<Platform | PlatformFileError> {
  const sources = [mockDiscovery({ "floe.computes": { duckdb: FakeCompute }, "floe.orchestrators": { local: FakeOrchestrator }, "floe.secrets": { env: FakeSecrets } })];
  try {
    return await loadPlatform(source, { cwd: root, env: { SET: "models" }, registry: new PluginRegistry({ sources, cwd: root }) });
  } catch (error) {
    if (error instanceof PlatformFileError) return error;
    throw error;
  }
}

/** Loads it twice: the same file has the same problems. */
async function checkLoading(source: string | ProductConfig): Promise<void> {
  const outcome = await load(source);
  if (!(outcome instanceof PlatformFileError)) {
    must(JSON.stringify(outcome.compile()).length > 0, "artifacts");
    await outcome.stop();
    return;
  }
  const { problems } = outcome;
  must(problems.length > 0, "at least one problem");
  for (const { line = 1, column = 1, message: text, remedy } of problems) {
    must(Number.isInteger(line) && line >= 1 && Number.isInteger(column) && column >= 1, "a place");
    must(text !== "" && remedy !== "", "a message and a remedy");
  }
  const shown = JSON.stringify(outcome);
  const again = await load(source);
  must(again instanceof PlatformFileError && JSON.stringify(again) === shown, "the same problems again");
}

/** Lines of a platform file that could be there, and lines that could not. */
const LINES = [
  "name: flights", "name: 1flights", "plugins:", "  compute: { type: duckdb, config: { path: '${env:SET}', threads: 2 } }", "  compute: duckdb", "  orchestrator: { type: local }",
  "  secrets: env", "  computes: duckdb", "  compute: [duckdb, other]", "sources:", "  - { name: rows, path: ./rows.csv }", "  - { name: rows, path: ./absent.csv }", "transforms: ./models",
  "transforms: ${env:SET}", "transforms: ${env:UNSET:-./models}", "transforms:", "  - { name: a, sql: 'SELECT 1' }", "  - path: ./models/a.sql", 'schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }',
  "schedule: { cron: '61 * * * *' }", "x: &a [1, *b]", "y: *a", "<<: *a", "<<: { name: merged }", "? [a, b]\n: c", "? {}\n: {}", "key: !!binary aGVsbG8=", "key: !!js/function x", "!!set { a, b }", "--- # again", "%YAML 1.1", "...",
  "\tname: tab", "name: |\n  a\n  b", "name: >-\n  ${secret:key}", "__proto__: { polluted: true }", "constructor: { prototype: { polluted: true } }", "plugins: { __proto__: { type: duckdb } }", "name: ${env:SET}", "name: ${", "a: &x { b: *x }",
  "# comment", "", "- item", "name: 'open", 'name: "\\ud800"', "name: ~", "1: 2", "2001-01-01: 0x1F", "[", "}", "key: {a: [}", "*missing : 1", "&k key: *k",
];
const yaml = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join("\n")) },
  { weight: 2, arbitrary: fc.subarray(LINES.slice(0, 20)).map((lines) => lines.join("\n")) },
  { weight: 1, arbitrary: anyJson },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 100 }) },
);
const anyBytes = fc.oneof(
  { weight: 40, arbitrary: yaml.map((text) => Buffer.from(text)) },
  { weight: 40, arbitrary: damaged(yaml) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }).map((depth) => Buffer.from(`name: ${"[".repeat(depth)}${"]".repeat(depth)}`)) },
);

/** Each of these took minutes or all memory in some reader of YAML. */
const LARGE = [
  `x: &a 1\ny: [${"*a, ".repeat(20_000)}]`,
  Array.from({ length: 1_000 }, (_, index) => `k${index}: &a${index} [1]\nl${index}: *a${index}`).join("\n"),
  `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`).join("\n")}`,
  `name: ${"[".repeat(5_000)}`,
  `name: ${"{a: ".repeat(5_000)}`,
  Array.from({ length: 1_500 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
  `name: ${"a".repeat(1_000_000)}`,
  `name: ${"${env:SET}".repeat(10_000)}`,
  `name: "${"${env:UNSET:-".repeat(5_000)}"`,
];

const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, maxDepth: 2 });
const product = fc.record(
  {
    name: fc.oneof(fc.constant("flights"), anything),
    plugins: fc.oneof(anything, fc.dictionary(fc.constantFrom("compute", "orchestrator", "x"), fc.oneof(fc.constantFrom("duckdb", "local"), anything))),
    sources: anything,
    transforms: fc.oneof(fc.constant("./models"), anything),
    schedule: anything,
  },
  { requiredKeys: [] },
);

describe("loading survives any platform file", () => {
  fuzz("floe.yaml", {
    percent: 3,
    inputs: anyBytes,
    examples: LARGE.map((text) => Buffer.from(text)),
    check: async (bytes) => {
      fs.writeFileSync(path.join(root, "floe.yaml"), bytes);
      await checkLoading(path.join(root, "floe.yaml"));
    },
  });

  fuzz("products given as objects", {
    percent: 1,
    inputs: product,
    check: async (input) => checkLoading(input as ProductConfig),
  });
});
