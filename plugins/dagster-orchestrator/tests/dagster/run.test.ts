import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  silentLogger,
  systemClock,
  type CompiledArtifacts,
  type RunEvent,
  type RunOptions,
  type RunResult,
  type TransformConfig,
} from "floe-core";
import { secret } from "floe-core/config";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { configSchema, type DagsterOrchestratorConfig } from "../../src/config-schema.ts";
import { validateConnection } from "../../src/connection/validate-connection.ts";
import type { DagsterDocument } from "../../src/definitions/dagster-document.ts";
import { dagsterClient } from "../../src/graphql/dagster-client.ts";
import { POOL_LIMITS } from "../../src/graphql/operations/pool-limits.ts";
import { RUN_STATE } from "../../src/graphql/operations/run-state.ts";
import { ensureLocation } from "../../src/run/ensure-location.ts";
import { pause } from "../../src/run/pause.ts";
import { runOnDagster } from "../../src/run/run-on-dagster.ts";
import { scheduleInDagster } from "../../src/schedule/schedule-in-dagster.ts";
import { startDagster, type DagsterServer } from "../../../../tests/dagster/support/dagster-server.ts";
import { startProxy } from "../../../../tests/dagster/support/proxy.ts";

/* Runs are launched on a real Dagster and followed to their end, whatever happens on the way. */

const DEFINITIONS = `
import os, sys, time
from pathlib import Path
import dagster as dg

FAILS = """
from dagster_pipes import open_dagster_pipes, _make_message
pipes = open_dagster_pipes()
hint = {"name": "hint", "message": "Make the table first.", "stack": [], "cause": None, "context": None}
error = {"name": "FLOE_DUCKDB_QUERY", "message": "Cannot run the statement: no table", "stack": [], "cause": hint, "context": None}
pipes._message_channel.write_message(_make_message("closed", {"exception": error}))
pipes._closed = True
raise SystemExit(1)
"""

@dg.asset(pool="floe_file")
def raw():
    schema = dg.TableSchema([dg.TableColumn("id", "INTEGER")])
    return dg.MaterializeResult(metadata={"dagster/row_count": 3, "dagster/column_schema": schema})

@dg.asset(deps=[raw])
def my_view():
    lineage = dg.TableColumnLineage({"id": [dg.TableColumnDep(dg.AssetKey("raw"), "id")]})
    return dg.MaterializeResult(metadata={"dagster/column_lineage": lineage})

@dg.asset(deps=[raw])
def broken(context: dg.AssetExecutionContext, pipes: dg.PipesSubprocessClient):
    return pipes.run(context=context, command=[sys.executable, "-c", FAILS]).get_results(implicit_materializations=False)

@dg.asset(deps=[broken])
def behind(): ...

@dg.asset(deps=[behind])
def further(): ...

@dg.asset
def raises():
    raise ValueError("no luck")

@dg.asset(retry_policy=dg.RetryPolicy(max_retries=2))
def flaky(context):
    if context.retry_number < 1:
        raise ValueError("not yet")

@dg.asset
def slow():
    time.sleep(60)

@dg.asset(deps=[slow])
def after_slow(): ...

@dg.asset
def killer():
    import signal
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(5)

@dg.asset
def some_seconds():
    time.sleep(6)

@dg.asset(deps=[some_seconds])
def then(): ...

tags = {"floe/hash": Path(__file__).with_name("hash").read_text()}
every = [raw, my_view, broken, behind, further, raises, flaky, slow, after_slow, killer, some_seconds, then]
jobs = {
    "succeeds": [raw, my_view], "fails": [raw, broken, behind, further, raises], "retries": [flaky],
    "waits": [slow, after_slow], "crashes": [killer], "lasts": [some_seconds, then],
}
defs = dg.Definitions(
    assets=every,
    jobs=[dg.define_asset_job(name, selection=assets, tags=tags) for name, assets in jobs.items()],
    schedules=[dg.ScheduleDefinition(name="daily", job_name="succeeds", cron_schedule="0 6 * * *", execution_timezone="UTC")],
    resources={"pipes": dg.PipesSubprocessClient()},
)
`;

const WORKSPACE = "load_from:\n  - python_file: {relative_path: definitions.py, location_name: product}\n";

/** What each job's transforms need. The view has a name that Dagster would refuse. */
const PRODUCTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  succeeds: { raw: [], "my-view": ["raw"] },
  fails: { raw: [], broken: ["raw"], behind: ["broken"], further: ["behind"], raises: [] },
  retries: { flaky: [] },
  waits: { slow: [], after_slow: ["slow"] },
  crashes: { killer: [] },
  lasts: { some_seconds: [], then: ["some_seconds"] },
};

const python = inject("python");
let folder: string;
let server: DagsterServer;

beforeAll(async () => {
  if (!("bin" in python)) return;
  folder = await mkdtemp(path.join(tmpdir(), "floe-run-"));
  await writeFile(path.join(folder, "definitions.py"), DEFINITIONS);
  await writeFile(path.join(folder, "hash"), "one");
  await writeFile(path.join(folder, "workspace.yaml"), WORKSPACE);
  // A second between two looks of the daemon at its queue, and runs that are quick to be found dead.
  const dagsterYaml = `
run_coordinator:
  module: dagster.core.run_coordinator
  class: QueuedRunCoordinator
  config: { dequeue_interval_seconds: 1 }
run_monitoring: { enabled: true, poll_interval_seconds: 2, start_timeout_seconds: 60 }
`;
  server = await startDagster({ folder, workspace: path.join(folder, "workspace.yaml"), python: python.bin, daemon: true, dagsterYaml });
});

afterAll(async () => {
  if (!("bin" in python)) return;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Followed {
  readonly result: RunResult;
  readonly events: readonly RunEvent[];
  readonly warnings: readonly string[];
  readonly made: readonly unknown[];
}

interface How {
  readonly url?: string;
  readonly options?: Partial<RunOptions>;
  readonly config?: Partial<DagsterOrchestratorConfig>;
}

function configured({ url = server.url, config = {} }: How): DagsterOrchestratorConfig {
  return { ...(configSchema as unknown as { parse(input: unknown): DagsterOrchestratorConfig }).parse({ url, pollIntervalMs: 100 }), ...config };
}

async function run(job: string, how: How = {}): Promise<Followed> {
  const needs = PRODUCTS[job]!;
  const transforms = Object.entries(needs).map(([name, dependsOn]): TransformConfig => {
    return { name, sql: "SELECT 1", materialization: "table", tags: [], dependsOn, meta: {}, compute: null };
  });
  const artifacts: CompiledArtifacts = { version: "1.0", product: { name: job, root: folder }, plugins: [], transforms, sources: [], hash: "0".repeat(64) };
  const assets = transforms.map(({ name, dependsOn }) => ({ transform: name, key: name.replaceAll("-", "_"), deps: dependsOn, pool: "floe_file" }));
  const document = { hash: "one", assets } as unknown as DagsterDocument;
  const config = configured(how);
  const events: RunEvent[] = [];
  const warnings: string[] = [];
  const made: unknown[] = [];
  const result = await runOnDagster({
    artifacts,
    document,
    options: { plugins: {}, ...how.options, onEvent: (event) => (events.push(event), how.options?.onEvent?.(event)) },
    location: "product",
    locate: async () => "__repository__",
    job,
    config,
    client: dagsterClient(config),
    logger: { ...silentLogger, warn: (message) => warnings.push(message) },
    onMade: (name, facts) => made.push([name, facts]),
  });
  return { result, events, warnings, made };
}

const told = (events: readonly RunEvent[]): readonly string[] => events.map((event) => ("step" in event ? `${event.type} ${event.step}` : event.type));

describe.runIf("bin" in python)("runOnDagster on a real Dagster", () => {
  test("follows a run that succeeds: events in order, rows, columns and lineage of each step, Dagster's times", async () => {
    const { result, events, made, warnings } = await run("succeeds");
    expect(result, server.logs()).toMatchObject({ status: "succeeded", steps: [{ name: "raw", status: "succeeded", rows: 3 }, { name: "my-view", status: "succeeded" }] });
    expect(result.steps[1]).not.toHaveProperty("rows");
    expect(told(events)).toEqual(["run-started", "step-started raw", "step-finished raw", "step-started my-view", "step-finished my-view", "run-finished"]);
    expect(made).toEqual([
      ["raw", { rows: 3, columns: [{ name: "id", type: "INTEGER" }] }],
      ["my-view", { columnLineage: [{ column: "id", inputs: [{ table: "raw", column: "id", transformation: "TRANSFORMATION" }] }] }],
    ]);
    expect(warnings).toEqual([]);
    expect(Date.parse(result.finishedAt)).toBeGreaterThan(Date.parse(result.startedAt));
    const limits = await dagsterClient(configured({})).ask(POOL_LIMITS, {});
    expect(limits.limits).toEqual(new Map([["floe_file", 1]]));
  });

  test("tells why steps failed, and skips what needs them", async () => {
    const { result, events } = await run("fails");
    expect(result.status, server.logs()).toBe("failed");
    const steps = Object.fromEntries(result.steps.map((step) => [step.name, step]));
    expect(steps["broken"]).toMatchObject({
      status: "failed",
      error: { code: "FLOE_DUCKDB_QUERY", message: "Cannot run the statement: no table", hint: "Make the table first." },
    });
    expect(steps["raises"]).toMatchObject({ status: "failed", error: { code: "FLOE_DAGSTER_STEP", message: 'Cannot run transform "raises": ValueError: no luck' } });
    expect([steps["behind"], steps["further"]]).toMatchObject([{ status: "skipped", skippedBecauseOf: "broken" }, { status: "skipped", skippedBecauseOf: "broken" }]);
    const broken = told(events).indexOf("step-failed broken");
    expect(told(events).slice(broken + 1, broken + 3)).toEqual(["step-skipped behind", "step-skipped further"]);
  });

  test("runs what is selected, without what it needs", async () => {
    const { result } = await run("succeeds", { options: { select: ["my-view"] } });
    expect(result).toMatchObject({ status: "succeeded", steps: [{ name: "my-view", status: "succeeded" }] });
  });

  test("tells one start and one end of a step that is tried twice", async () => {
    const { result, events } = await run("retries");
    expect(result, server.logs()).toMatchObject({ status: "succeeded", steps: [{ name: "flaky", status: "succeeded" }] });
    expect(told(events)).toEqual(["run-started", "step-started flaky", "step-finished flaky", "run-finished"]);
  });

  test("terminates the run once its signal is aborted", async () => {
    const controller = new AbortController();
    const onEvent = (event: RunEvent): void => {
      if (event.type === "step-started") controller.abort();
    };
    const { result, events } = await run("waits", { options: { signal: controller.signal, onEvent } });
    expect(result, server.logs()).toMatchObject({ status: "cancelled", steps: [{ name: "slow", status: "cancelled" }, { name: "after_slow", status: "cancelled" }] });
    expect(told(events)).toEqual(["run-started", "step-started slow", "step-cancelled slow", "step-cancelled after_slow", "run-finished"]);
    expect(await dagsterClient(configured({})).ask(RUN_STATE, { runId: result.runId })).toMatchObject({ status: "CANCELED" });
  });

  test("terminates a run that takes too long", async () => {
    const { result, warnings } = await run("waits", { config: { runTimeoutMs: 5_000 } });
    expect(result.status, server.logs()).toBe("cancelled");
    expect(warnings).toEqual(["A run takes longer than it may, and is cancelled."]);
  });

  test("says that a run failed whose process was killed, and why", async () => {
    const { result } = await run("crashes");
    expect(result.status, server.logs()).toBe("failed");
    expect(result.steps).toMatchObject([{ name: "killer", status: "failed", error: { code: "FLOE_DAGSTER_RUN" } }]);
  });

  test("survives that the webserver is killed and started again in the middle", async () => {
    let restarted: Promise<void> | undefined;
    const onEvent = (event: RunEvent): void => {
      if (event.type === "step-started") restarted ??= server.restartWebserver();
    };
    const { result, events, warnings } = await run("lasts", { options: { onEvent } });
    await restarted;
    expect(result, server.logs()).toMatchObject({ status: "succeeded", steps: [{ status: "succeeded" }, { status: "succeeded" }] });
    expect(told(events)).toEqual(["run-started", "step-started some_seconds", "step-finished some_seconds", "step-started then", "step-finished then", "run-finished"]);
    expect(warnings).toEqual(["Dagster does not answer; it is asked again, and the run goes on."]);
  });

  test("finds a run whose launch lost its reply, and survives errors of a proxy in the middle", async () => {
    await using proxy = await startProxy(server.url);
    let failures = 0;
    proxy.answer = (operation) => {
      if (operation === "FloeLaunchRun") return "lose";
      if (operation === "FloeRunLogs" && failures < 2) {
        failures += 1;
        return failures === 1 ? { status: 502, type: "text/html", body: "<html>bad gateway</html>" } : { status: 500, type: "application/json", body: '{"errors":[{"message":"locked"}]}' };
      }
      return "pass";
    };
    const { result, warnings } = await run("succeeds", { url: proxy.url });
    expect(result.status, server.logs()).toBe("succeeded");
    expect(warnings).toEqual(["Dagster's reply to a launch was lost; the run is looked for.", "Dagster does not answer; it is asked again, and the run goes on."]);
  });

  test("gives up at once where a token is refused in the middle, and says nothing of the token", async () => {
    await using proxy = await startProxy(server.url);
    proxy.answer = (operation) => (operation === "FloeRunLogs" ? { status: 401, type: "text/html", body: "<html>who are you</html>" } : "pass");
    const token = secret().parse("correct-horse");
    await expect(run("succeeds", { url: proxy.url, config: { token } })).rejects.toMatchObject({
      code: "FLOE_DAGSTER_AUTHENTICATION",
      message: expect.not.stringContaining("correct-horse"),
    });
  });

  test("a login page in the way is told as one", async () => {
    await using proxy = await startProxy(server.url);
    proxy.answer = () => ({ status: 200, type: "text/html", body: "<!doctype html><title>Sign in</title>" });
    await expect(run("succeeds", { url: proxy.url })).rejects.toMatchObject({ code: "FLOE_DAGSTER_REPLY", hint: expect.stringContaining("login page") });
    proxy.answer = () => ({ status: 302, type: "text/html", body: "", location: "https://login.example/start?state=secret" });
    await expect(run("succeeds", { url: proxy.url })).rejects.toMatchObject({ message: expect.stringMatching(/redirects to https:\/\/login.example\/start, probably/) });
  });
});

describe.runIf("bin" in python)("what surrounds a run on a real Dagster", () => {
  const environment = () => ({ client: dagsterClient(configured({})), clock: systemClock, pause });
  const wanted = () => ({ location: "product", workingDirectory: folder, job: "succeeds", loadTimeoutMs: 60_000 });

  test("validateConnection is content, and says what is missing", async () => {
    const config = configured({});
    expect(await validateConnection({ config, location: "product", workingDirectory: folder })).toMatchObject({ status: "healthy", warnings: [], errors: [] });
    expect(await validateConnection({ config, location: "prodct", workingDirectory: folder })).toMatchObject({
      status: "unhealthy",
      errors: [expect.stringContaining('Dagster serves "product"')],
    });
  });

  test("ensureLocation loads a new version, and tells of the one that is not there and of Python's error", async () => {
    expect(await ensureLocation({ ...wanted(), hash: "one" }, environment())).toMatchObject({ repository: "__repository__" });
    await writeFile(path.join(folder, "hash"), "two");
    expect(await ensureLocation({ ...wanted(), hash: "two" }, environment())).toMatchObject({ tags: { "floe/hash": "two" } });
    await expect(ensureLocation({ ...wanted(), hash: "three" }, environment())).rejects.toMatchObject({
      code: "FLOE_DAGSTER_LOCATION",
      problem: "version",
      message: expect.stringContaining("it serves version two"),
    });
    await writeFile(path.join(folder, "definitions.py"), "import no_such_module\n");
    await expect(ensureLocation({ ...wanted(), hash: "three" }, environment())).rejects.toMatchObject({
      problem: "failed",
      message: expect.stringContaining("ModuleNotFoundError: No module named 'no_such_module'"),
    });
    const probe = await validateConnection({ config: configured({}), location: "product", workingDirectory: folder });
    expect(probe).toMatchObject({ status: "unhealthy", errors: [expect.stringContaining("no_such_module")] });
    await writeFile(path.join(folder, "definitions.py"), DEFINITIONS);
    expect(await ensureLocation({ ...wanted(), hash: "two" }, environment())).toMatchObject({ name: "succeeds" });
  });

  test("scheduleInDagster finds the schedule that was written, and no other", async () => {
    const schedule = { name: "daily", job: "succeeds", cron: "0 6 * * *", timezone: "UTC" };
    expect(await scheduleInDagster(schedule, { ...wanted(), hash: undefined }, environment())).toMatchObject({ isRunning: false });
    const other = scheduleInDagster({ ...schedule, cron: "0 7 * * *" }, { ...wanted(), hash: undefined }, environment());
    await expect(other).rejects.toMatchObject({ problem: "schedule", message: expect.stringContaining("its cron is 0 6 * * *, not 0 7 * * *") });
  });
});
