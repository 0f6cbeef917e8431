import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PluginType, type CompiledArtifacts } from "floe-core";
import { DagsterOrchestratorPlugin } from "floe-dagster-orchestrator";
import { createTestRegistry, runContract, type ContractReport } from "floe-testing";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startDagster, type DagsterServer } from "./support/dagster-server.ts";

/*
 * What the orchestrator promises, with a real Dagster that serves the suite's product. Its steps report what the suite's
 * engine would have made; that engine lives in this process, and whatever asks it cannot be tried.
 */

const RECORDED = "steps run in processes of their own, on a Dagster: the suite's compute plugin, which lives in this process, is never asked";

const skip = {
  "orchestrator/runs-in-order": RECORDED,
  "orchestrator/isolates-failures": RECORDED,
  "orchestrator/names-the-root": RECORDED,
  "orchestrator/runs-what-is-selected": RECORDED,
  "orchestrator/closes-sessions": RECORDED,
  "orchestrator/can-be-cancelled": RECORDED,
  "orchestrator/starts-nothing-once-cancelled": RECORDED,
  "orchestrator/tells-events": RECORDED,
} as const;

const python = inject("python");
let folder = "";
let dagster: DagsterServer | undefined;
let report: ContractReport;

/** A product with the name of the suite's: whatever is asked of it replaces its transforms. */
function product(root: string): CompiledArtifacts {
  const raw = { name: "raw", sql: "SELECT 1", materialization: "table", tags: [], dependsOn: [], meta: {}, compute: null } as const;
  return { version: "1.0", product: { name: "floe_contract", root }, plugins: [], transforms: [raw], sources: [], hash: "0".repeat(64) };
}

/** Writes the code location: Dagster has to know it when it starts. */
async function write(config: Readonly<Record<string, unknown>>, outputDir: string): Promise<void> {
  await using registry = createTestRegistry({ cwd: folder, plugins: { [PluginType.ORCHESTRATOR]: { dagster: DagsterOrchestratorPlugin } } });
  await registry.configure(PluginType.ORCHESTRATOR, "dagster", config);
  await registry.activate(PluginType.ORCHESTRATOR, "dagster");
  const plugin = await registry.get(PluginType.ORCHESTRATOR, "dagster");
  await plugin.generateEntryPointCode({ artifacts: product(folder), outputDir });
}

beforeAll(async () => {
  if ("reason" in python) return;
  folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-contract-"));
  const workingDirectory = path.join(folder, "location");
  const nodeCommand = [path.join(python.bin, "python"), path.join(import.meta.dirname, "contract-step.py")];
  await write({ workingDirectory, nodeCommand }, workingDirectory);
  dagster = await startDagster({ folder, workspace: path.join(workingDirectory, "workspace.yaml"), python: python.bin, daemon: true });
  report = await runContract(PluginType.ORCHESTRATOR, {
    create: () => new DagsterOrchestratorPlugin(),
    package: new URL("../../plugins/dagster-orchestrator", import.meta.url),
    valid: { url: dagster.url, token: "contract-token", workingDirectory, nodeCommand },
    skip,
    // A schedule has Dagster load the code location anew, and a run starts a process for each step.
    limits: { callMs: 60_000 },
  });
}, 420_000);

afterAll(async () => {
  await dagster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The clauses with one of these results, and the reason for each. */
function withResult(...results: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(report.clauses.filter(({ result }) => results.includes(result)).map(({ clause, reason }) => [clause, reason]));
}

describe("DagsterOrchestratorPlugin with a Dagster that serves the suite's product", () => {
  test("DagsterOrchestratorPlugin breaks no clause of the orchestrators' contract, and leaves none untried", (context) => {
    if ("reason" in python) return void context.skip(python.reason);
    expect(withResult("broken", "untried")).toEqual({});
  });

  test("DagsterOrchestratorPlugin keeps what only a running Dagster can show: runs, schedules, health and connection", (context) => {
    if ("reason" in python) return void context.skip(python.reason);
    expect(Object.keys(withResult("kept"))).toEqual(
      expect.arrayContaining([
        "health/answers-a-status",
        "orchestrator/run-result",
        "orchestrator/refuses-unknown-selections",
        "orchestrator/survives-listeners",
        "orchestrator/accepts-schedules",
        "orchestrator/refuses-bad-crons",
        "orchestrator/refuses-bad-time-zones",
        "orchestrator/replaces-schedules",
        "orchestrator/connection",
        "orchestrator/connection-honours-its-signal",
      ]),
    );
  });

  test("DagsterOrchestratorPlugin skips what asks the suite's own engine, and nothing else", (context) => {
    if ("reason" in python) return void context.skip(python.reason);
    expect(withResult("skipped")).toEqual(skip);
  });
});
