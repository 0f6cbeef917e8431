import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { PluginRegistry, type DiscoveryReport } from "floe-core";
import { afterAll, beforeAll, describe } from "vitest";
import { checkReport, must, reportText } from "./support/checks.ts";
import { damaged } from "./support/damaged-bytes.ts";
import { fuzz } from "./support/fuzz.ts";
import { anyJson, deepJson, nearlyManifest } from "./support/json-text.ts";

/*
 * Package.json files, read where they lie: whatever is in one of them, discovery ends, says what is wrong with
 * it, and finds what is beside it.
 */

/** So many packages are tried at once: reading a folder costs more than reading one more package. */
const SLOTS = Array.from({ length: 10 }, (_, index) => `fuzze${index}`);

let root: string;
beforeAll(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "floe-fuzz-")));
  const put = (file: string, content: unknown): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  };
  put("package.json", { name: "app", version: "1.0.0", dependencies: Object.fromEntries(["sound", ...SLOTS].map((name) => [name, "*"])) });
  for (const slot of SLOTS) {
    put(`node_modules/${slot}/plugin.js`, "");
    put(`node_modules/${slot}/folder/file.js`, "");
    fs.symlinkSync("../good/plugin.js", path.join(root, `node_modules/${slot}/link.js`));
  }
  put("node_modules/good/plugin.js", "");
  for (const folder of [".", "application"]) {
    put(`${folder}/node_modules/sound/package.json`, { name: "sound", version: "7.7.7", floe: { computes: { sound: "./plugin.js" } } });
    put(`${folder}/node_modules/sound/plugin.js`, "");
  }
});
afterAll(() => {
  fs.rmSync(root, { recursive: true, force: true });
});

function folderOf(slot: string): string {
  return path.join(root, "node_modules", slot);
}

function look(cwd: string, scope: "reachable" | "installed"): DiscoveryReport {
  const registry = new PluginRegistry({ cwd, scope });
  const report = registry.discoverAll();
  registry.list();
  registry.listAll();
  registry.resolve();
  return report;
}

/** Reads `cwd` in both scopes, and once more: the same folder has the same report. */
function checkFolder(cwd: string): readonly DiscoveryReport[] {
  return (["reachable", "installed"] as const).map((scope) => {
    const report = look(cwd, scope);
    checkReport(report);
    must(report.skipped.every(({ code }) => code !== "source_failed"), "a scan that does not fail");
    if (scope === "reachable") must(reportText(look(cwd, scope)) === reportText(report), "the same report again");
    return report;
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many entries there are to judge in the package.json, by JSON's own rules. */
function entriesIn(bytes: Uint8Array): number | "unreadable" {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return "unreadable";
  }
  if (!isObject(value)) return "unreadable";
  const block = Object.hasOwn(value, "floe") ? value["floe"] : undefined;
  if (!isObject(block)) return 0;
  const groups = Object.entries(block).filter(([key]) => key !== "apiVersion" && key !== "prefer");
  return groups.reduce((sum, [, group]) => sum + (isObject(group) ? Object.keys(group).length : 1), 0);
}

/** Each slot's package has a name of its own: two of one name and version are copies, of which the first counts. */
function checkPackages(packages: readonly Uint8Array[]): void {
  const contents = SLOTS.map((slot, index) =>
    Buffer.from(Buffer.from(packages[index] ?? []).toString("latin1").replaceAll('"fuzzed"', `"${slot}"`), "latin1"),
  );
  for (const [index, slot] of SLOTS.entries()) fs.writeFileSync(path.join(folderOf(slot), "package.json"), contents[index] ?? "");
  for (const report of checkFolder(root)) {
    must(report.entryPoints.some(({ key }) => key === "floe.computes:sound"), "the sound package");
    for (const [index, slot] of SLOTS.entries()) checkVerdicts(report, folderOf(slot), contents[index] ?? Buffer.of());
  }
}

function checkVerdicts(report: DiscoveryReport, folder: string, bytes: Uint8Array): void {
  const accepted = report.entryPoints.filter((entry) => entry.package.path === folder);
  const judged = report.skipped.filter(({ file }) => file === path.join(folder, "package.json"));
  for (const { file } of accepted) must(file.startsWith(folder + path.sep), "entry files inside of the package");
  const expected = entriesIn(bytes);
  if (expected === "unreadable") {
    must(accepted.length === 0 && judged.length <= 1, "one verdict on the file");
    return;
  }
  const refused = judged.filter((verdict) => verdict.path.startsWith("floe.") && verdict.path !== "floe.apiVersion");
  must(accepted.length + refused.length === expected, `one answer to each of ${expected} entries, not ${accepted.length} + ${refused.length}`);
}

const anyManifest = fc.oneof(
  { weight: 6, arbitrary: nearlyManifest },
  { weight: 2, arbitrary: anyJson.map((block) => `{"name":"fuzzed","version":"1.0.0","floe":${block}}`) },
  { weight: 1, arbitrary: anyJson },
);
const anyBytes = fc.oneof(
  { weight: 30, arbitrary: damaged(anyManifest) },
  { weight: 8, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 1, arbitrary: deepJson.map((text) => Buffer.from(text)) },
);

function several<Input>(one: fc.Arbitrary<Input>): fc.Arbitrary<Input[]> {
  return fc.array(one, { minLength: SLOTS.length, maxLength: SLOTS.length });
}

const HOSTILE = [
  "",
  "\u0000",
  "\ufeff{}",
  '{"floe":'.repeat(100_000),
  `{"floe":{"computes":{"${"x".repeat(100_000)}":1}}}`,
  '{"__proto__":{"polluted":1},"floe":{"__proto__":{"polluted":1}}}',
];

describe("discovery survives any package.json", () => {
  fuzz("bytes", {
    percent: 30,
    batch: SLOTS.length,
    inputs: several(anyBytes),
    examples: [HOSTILE.map((text) => Buffer.from(text))],
    check: checkPackages,
  });

  fuzz("structures", {
    percent: 25,
    batch: SLOTS.length,
    inputs: several(anyManifest.map((text) => Buffer.from(text))),
    check: checkPackages,
  });

  fuzz("the application's own", {
    percent: 2,
    inputs: fc.oneof(anyManifest.map((text) => Buffer.from(text)), anyBytes),
    check: (bytes) => {
      fs.writeFileSync(path.join(root, "application/package.json"), bytes);
      checkFolder(path.join(root, "application"));
    },
  });
});
