import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildClientSchema, getIntrospectionQuery, parse, validate, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { dagsterClient, type DagsterClient } from "../../src/graphql/dagster-client.ts";
import { CHANGE_SCHEDULE } from "../../src/graphql/operations/change-schedule.ts";
import { DAEMON_HEALTH } from "../../src/graphql/operations/daemon-health.ts";
import { FIND_RUN } from "../../src/graphql/operations/find-run.ts";
import { FREE_SLOT } from "../../src/graphql/operations/free-slot.ts";
import { LAUNCH_RUN } from "../../src/graphql/operations/launch-run.ts";
import { LOCATION_ENTRY } from "../../src/graphql/operations/location-entry.ts";
import { LOCATION_STATUSES } from "../../src/graphql/operations/location-statuses.ts";
import { POOL_LIMITS } from "../../src/graphql/operations/pool-limits.ts";
import { RELOAD_LOCATION } from "../../src/graphql/operations/reload-location.ts";
import { RUN_LOGS } from "../../src/graphql/operations/run-logs.ts";
import { RUN_STATE } from "../../src/graphql/operations/run-state.ts";
import { SCHEDULE } from "../../src/graphql/operations/schedule.ts";
import { SET_POOL_LIMIT } from "../../src/graphql/operations/set-pool-limit.ts";
import { TERMINATE_RUN } from "../../src/graphql/operations/terminate-run.ts";
import { startDagster, type DagsterServer } from "../../../../tests/dagster/support/dagster-server.ts";

/*
 * Dagster promises nothing for its GraphQL: every document is validated against the schema of the Dagster that the lock
 * names, and every reply that is cheap to have is read. Without a daemon: runs stay in the queue.
 */

const DEFINITIONS = `
import dagster as dg

@dg.asset(pool="file")
def first(): ...

job = dg.define_asset_job("product", selection=[first], tags={"floe/hash": "abc"})
daily = dg.ScheduleDefinition(name="daily", job=job, cron_schedule="0 6 * * *", execution_timezone="Europe/Berlin")
defs = dg.Definitions(assets=[first], jobs=[job], schedules=[daily])
`;

const WORKSPACE = `
load_from:
  - python_file: {relative_path: definitions.py, location_name: product}
  - python_file: {relative_path: broken.py, location_name: broken}
`;

const python = inject("python");
let folder: string;
let server: DagsterServer;
let readOnly: DagsterServer;
let client: DagsterClient;

beforeAll(async () => {
  if (!("bin" in python)) return;
  folder = await mkdtemp(path.join(tmpdir(), "floe-graphql-"));
  await writeFile(path.join(folder, "definitions.py"), DEFINITIONS);
  await writeFile(path.join(folder, "broken.py"), 'raise RuntimeError("no such table")\n');
  await writeFile(path.join(folder, "workspace.yaml"), WORKSPACE);
  const options = { folder, workspace: path.join(folder, "workspace.yaml"), python: python.bin };
  server = await startDagster(options);
  readOnly = await startDagster({ ...options, webserverArguments: ["--read-only"] });
  client = dagsterClient({ url: server.url, requestTimeoutMs: 60_000 });
});

afterAll(async () => {
  if (!("bin" in python)) return;
  await Promise.all([server.stop(), readOnly.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const NOWHERE = { repositoryLocationName: "product", repositoryName: "__repository__" };

describe.runIf("bin" in python)("the operations of floe-dagster-orchestrator on a real Dagster", () => {
  test("are valid against the schema of the running server", async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const { data } = (await response.json()) as { data: IntrospectionQuery };
    const schema = buildClientSchema(data);
    const operations = [
      ...Object.values(CHANGE_SCHEDULE), DAEMON_HEALTH, FIND_RUN, FREE_SLOT, LAUNCH_RUN, LOCATION_ENTRY, LOCATION_STATUSES, POOL_LIMITS,
      RELOAD_LOCATION, RUN_LOGS, RUN_STATE, SCHEDULE, SET_POOL_LIMIT, TERMINATE_RUN,
    ];
    for (const { name, document } of operations) {
      expect({ name, problems: validate(schema, parse(document)).map(({ message }) => message) }).toEqual({ name, problems: [] });
    }
    // The check can fail: a field that there is not is found.
    expect(validate(schema, parse(RUN_STATE.document.replace("creationTime", "createTime")))).not.toEqual([]);
  });

  test("serverInfo and LOCATION_STATUSES answer", async () => {
    expect(await client.serverInfo()).toEqual({ webserver: expect.stringMatching(/^1\.13\./), dagster: expect.stringMatching(/^1\.13\./) });
    const statuses = await client.ask(LOCATION_STATUSES, {});
    expect(statuses.map(({ name }) => name).sort()).toEqual(["broken", "product"]);
  });

  test("LOCATION_ENTRY tells a loaded location with its jobs' tags, one that failed, and one that is missing", async () => {
    const loaded = await client.ask(LOCATION_ENTRY, { name: "product" });
    expect(loaded).toMatchObject({ state: "loaded", isReloadSupported: true });
    const jobs = loaded.state === "loaded" ? loaded.jobs : [];
    expect(jobs).toContainEqual({ repository: "__repository__", name: "product", tags: { "floe/hash": "abc" } });
    const failed = await client.ask(LOCATION_ENTRY, { name: "broken" });
    expect(failed.state === "failed" ? failed.error.errorChain?.at(-1)?.error.message : failed).toContain("no such table");
    expect(await client.ask(LOCATION_ENTRY, { name: "nowhere" })).toEqual({ state: "missing" });
  });

  test("RELOAD_LOCATION loads anew, also what had failed to load and can be loaded now", async () => {
    expect(await client.ask(RELOAD_LOCATION, { name: "product" })).toBe("reloaded");
    expect(await client.ask(RELOAD_LOCATION, { name: "nowhere" })).toBe("missing");
    expect(await client.ask(RELOAD_LOCATION, { name: "broken" })).toBe("reloaded");
    expect(await client.ask(LOCATION_ENTRY, { name: "broken" })).toMatchObject({ state: "failed" });
    await writeFile(path.join(folder, "broken.py"), "import dagster\ndefs = dagster.Definitions()\n");
    expect(await client.ask(RELOAD_LOCATION, { name: "broken" })).toBe("reloaded");
    expect(await client.ask(LOCATION_ENTRY, { name: "broken" })).toMatchObject({ state: "loaded" });
  });

  test("LAUNCH_RUN launches, or says why not; FIND_RUN finds by tag; RUN_STATE, RUN_LOGS and TERMINATE_RUN follow", async () => {
    const selector = { ...NOWHERE, jobName: "product" };
    const executionMetadata = { tags: [{ key: "floe/launch", value: "one" }] };
    const launched = await client.ask(LAUNCH_RUN, { params: { selector, executionMetadata } });
    const runId = launched.state === "launched" ? launched.runId : expect.unreachable();
    expect(await client.ask(FIND_RUN, { key: "floe/launch", value: "one" })).toBe(runId);
    expect(await client.ask(FIND_RUN, { key: "floe/launch", value: "two" })).toBeNull();
    expect(await client.ask(RUN_STATE, { runId })).toMatchObject({ status: "QUEUED", endedAt: null, createdAt: expect.any(Number) });

    const first = await client.ask(RUN_LOGS, { runId, cursor: null, limit: 1 });
    expect(first).toMatchObject({ hasMore: true, events: [{ kind: "AssetMaterializationPlannedEvent", stepKey: "first" }] });
    const second = await client.ask(RUN_LOGS, { runId, cursor: first?.cursor ?? "", limit: 100 });
    expect(second?.events.map(({ kind }) => kind)).toContain("RunEnqueuedEvent");
    expect(await client.ask(TERMINATE_RUN, { runId, policy: "SAFE_TERMINATE" })).toEqual({ state: "asked" });
    expect(await client.ask(RUN_STATE, { runId })).toMatchObject({ status: "CANCELED", endedAt: expect.any(Number) });
    expect(await client.ask(TERMINATE_RUN, { runId, policy: "SAFE_TERMINATE" })).toMatchObject({ state: "refused" });

    const lost = "00000000-0000-0000-0000-000000000000";
    expect(await client.ask(TERMINATE_RUN, { runId: lost, policy: "MARK_AS_CANCELED_IMMEDIATELY" })).toEqual({ state: "lost" });
    expect(await client.ask(RUN_STATE, { runId: lost })).toBeNull();
    expect(await client.ask(RUN_LOGS, { runId: lost, cursor: null, limit: 1 })).toBeNull();

    const unknownAsset = { selector: { ...selector, assetSelection: [{ path: ["second"] }] }, executionMetadata };
    expect(await client.ask(LAUNCH_RUN, { params: unknownAsset })).toMatchObject({ state: "refused", refusal: "InvalidSubsetError" });
    const unknownJob = { selector: { ...selector, jobName: "other" }, executionMetadata };
    expect(await client.ask(LAUNCH_RUN, { params: unknownJob })).toMatchObject({ state: "refused", refusal: "PipelineNotFoundError" });
  });

  test("SCHEDULE and CHANGE_SCHEDULE read, start, stop and reset a schedule", async () => {
    const selector = { ...NOWHERE, scheduleName: "daily" };
    const schedule = await client.ask(SCHEDULE, { selector });
    expect(schedule).toEqual({ id: expect.any(String), cron: "0 6 * * *", timezone: "Europe/Berlin", job: "product", isRunning: false });
    expect(await client.ask(SCHEDULE, { selector: { ...selector, scheduleName: "hourly" } })).toBeNull();
    expect(await client.ask(CHANGE_SCHEDULE.start, { selector })).toBe("RUNNING");
    expect(await client.ask(SCHEDULE, { selector })).toMatchObject({ isRunning: true });
    expect(await client.ask(CHANGE_SCHEDULE.stop, { id: schedule?.id ?? "" })).toBe("STOPPED");
    expect(await client.ask(CHANGE_SCHEDULE.reset, { selector })).toBe("STOPPED");
    expect(await client.ask(CHANGE_SCHEDULE.start, { selector: { ...selector, scheduleName: "hourly" } })).toBeNull();
  });

  test("POOL_LIMITS, SET_POOL_LIMIT and FREE_SLOT read, set and free, DAEMON_HEALTH tells of a daemon that is not there", async () => {
    expect(await client.ask(POOL_LIMITS, {})).toEqual({ isSupported: true, granularity: "op", limits: new Map(), claims: [] });
    expect(await client.ask(SET_POOL_LIMIT, { pool: "file", limit: 1 })).toBe(true);
    expect(await client.ask(POOL_LIMITS, {})).toMatchObject({ limits: new Map([["file", 1]]), claims: [] });
    expect(await client.ask(FREE_SLOT, { runId: "00000000-0000-0000-0000-000000000000", stepKey: "first" })).toBe(true);
    const daemons = await client.ask(DAEMON_HEALTH, {});
    expect(daemons).toContainEqual({ type: "QUEUED_RUN_COORDINATOR", isHealthy: false, lastHeartbeatAt: null, errors: [] });
  });

  test("a read-only webserver is an authentication error, an unknown field a server error", async () => {
    const reader = dagsterClient({ url: readOnly.url, requestTimeoutMs: 60_000 });
    const params = { selector: { ...NOWHERE, jobName: "product" }, executionMetadata: { tags: [] } };
    await expect(reader.ask(LAUNCH_RUN, { params })).rejects.toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION" });
    await expect(reader.ask(SET_POOL_LIMIT, { pool: "file", limit: 1 })).rejects.toMatchObject({ code: "FLOE_DAGSTER_AUTHENTICATION" });
    const other = { ...RUN_STATE, document: RUN_STATE.document.replace("creationTime", "createTime") };
    await expect(client.ask(other, { runId: "one" })).rejects.toMatchObject({ code: "FLOE_DAGSTER_SERVER", status: 400 });
  });
});
