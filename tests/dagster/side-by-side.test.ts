import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, test } from "vitest";
import { floe } from "../platform/support/floe.ts";
import { makeProduct } from "../platform/support/product.ts";
import { askDagster } from "./support/ask-dagster.ts";
import { startDagster } from "./support/dagster-server.ts";

/* Steps on one DuckDB file one after another, steps on an engine that many processes may use side by side: one run. */

/** An engine whose tables anybody may make at any time; making one takes a while. */
const SLOW_COMPUTE = `
import { setTimeout as sleep } from "node:timers/promises";
import { ComputePlugin, resourcePreset } from "floe-core";
export class SlowCompute extends ComputePlugin {
  isSelfHosted = true;
  generateDbtProfile() { return {}; }
  getRequiredDbtPackages() { return []; }
  getResourceRequirements(size) { return resourcePreset(size); }
  async validateConnection() { return { status: "healthy", latencyMs: 0, message: "", warnings: [], errors: [] }; }
  getProcessSharing() { return "concurrent"; }
  async getReferencedTables() { return []; }
  async openSession() {
    return {
      async execute() {}, async query() { return []; }, async *stream() {}, async registerSource() {}, async close() {},
      async materialize(_request, { signal }) {
        await sleep(5_000, undefined, { signal });
        return { rows: 1, columns: [{ name: "n", type: "INTEGER" }] };
      },
    };
  }
}
`;

interface Span {
  readonly step: string;
  readonly startTime: number;
  readonly endTime: number;
}

/** Pairs of steps of which one began before the other had ended. */
function overlaps(spans: readonly Span[]): readonly string[] {
  return spans.flatMap((a, index) =>
    spans.slice(index + 1).flatMap((b) => (a.startTime < b.endTime && b.startTime < a.endTime ? [`${a.step} ${b.step}`] : [])),
  );
}

const SPANS = `query Spans($runId: ID!) {
  runOrError(runId: $runId) { __typename ... on Run { stepStats { stepKey startTime endTime attempts { startTime endTime } } } }
}`;

interface Spans {
  readonly runOrError: { readonly stepStats: readonly { readonly stepKey: string; readonly startTime: number; readonly endTime: number }[] };
}

test("the multiprocess executor runs steps of one file one after another, and others beside them", { timeout: 300_000 }, async ({ skip }) => {
  const python = inject("python");
  if ("reason" in python) return void skip(python.reason);
  const manifest = {
    name: "product",
    version: "1.0.0",
    type: "module",
    private: true,
    dependencies: { "floe-duckdb-compute": "*", "floe-dagster-orchestrator": "*" },
    floe: { apiVersion: "1.0", computes: { slow: "./slow.js#SlowCompute" } },
  };
  const models = (kind: string, header: string): Readonly<Record<string, string>> =>
    Object.fromEntries([1, 2, 3].map((number) => [`models/${kind}_${number}.sql`, `${header}SELECT count(*) AS n FROM range(20_000_000)`]));
  const product = await makeProduct({
    "package.json": JSON.stringify(manifest),
    "slow.js": SLOW_COMPUTE,
    "rows.csv": "id\n1\n",
    ...models("file", ""),
    ...models("slow", "-- floe: { compute: slow }\n"),
  });
  const platform = (orchestrator: string): string => `name: product
plugins:
  compute: [{ type: duckdb, config: { path: ./product.duckdb, threads: 1 } }, slow]
  orchestrator: ${orchestrator}
sources: [{ name: source, path: ./rows.csv }]
transforms: ./models
`;
  await product.write({ "floe.yaml": platform("dagster") });
  const compiled = await floe(product.root, "compile", "--entry-point", ".floe/dagster");
  expect([compiled.exitCode, compiled.stderr]).toEqual([0, "stopped floe.orchestrators:dagster"]);
  const folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  try {
    await using server = await startDagster({ folder, workspace: path.join(product.root, ".floe/dagster/workspace.yaml"), python: python.bin, daemon: true });
    const executor = "executor: { type: multiprocess, config: { max_concurrent: 6 } }";
    await product.write({ "floe.yaml": platform(`{ type: dagster, config: { url: "${server.url}", ${executor} } }`) });
    const { exitCode, stdout } = await floe(product.root, "run", "--json");
    const { run } = JSON.parse(stdout) as { readonly run: { readonly runId: string; readonly steps: readonly { readonly status: string }[] } };
    expect([exitCode, run.steps.map(({ status }) => status)]).toEqual([0, Array.from({ length: 6 }, () => "succeeded")]);
    const { runOrError } = await askDagster<Spans>(server.url, SPANS, { runId: run.runId });
    const spans = runOrError.stepStats.map(({ stepKey, ...span }) => ({ step: stepKey, ...span }));
    expect(spans).toHaveLength(6);
    expect(overlaps(spans.filter(({ step }) => step.startsWith("file")))).toEqual([]);
    expect(overlaps(spans).length).toBeGreaterThan(0);
    expect(overlaps(spans.filter(({ step }) => step.startsWith("slow"))).length).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
