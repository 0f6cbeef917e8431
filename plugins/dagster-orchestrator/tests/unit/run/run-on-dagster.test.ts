import type { ConfigSchema, RunEvent, RunOptions } from "floe-core";
import { expect, test } from "vitest";
import type { z } from "zod";
import { configSchema, type DagsterOrchestratorConfig } from "../../../src/config-schema.ts";
import { runOnDagster, type DagsterRun } from "../../../src/run/run-on-dagster.ts";
import { runEvent, stepEvent } from "../../support/events.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { artifactsOf, documentOf, type Needs } from "../../support/plan.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { scriptedRun, type ScriptedRun } from "../../support/scripted-run.ts";

const NEEDS: Needs = { "raw-data": [], clean: ["raw-data"] };
const DEFAULTS = (configSchema as ConfigSchema<DagsterOrchestratorConfig> & z.ZodType<DagsterOrchestratorConfig>).parse({});

const done = (key: string, from: number) => [stepEvent("ExecutionStepStartEvent", key, from), stepEvent("ExecutionStepSuccessEvent", key, from + 100)];
const GOOD = [{ status: "QUEUED" }, { status: "STARTED", events: done("raw_data", 2_000) }, { status: "SUCCESS", events: done("clean", 3_000) }];

async function run(script: ScriptedRun, options: Partial<RunOptions> = {}, parts: Partial<DagsterRun> & { readonly needs?: Needs } = {}) {
  const { needs = NEEDS } = parts;
  const told: RunEvent[] = [];
  const logger = recordingLogger();
  const result = await runOnDagster({
    artifacts: artifactsOf(needs),
    document: documentOf(needs),
    options: { plugins: {}, onEvent: (event) => told.push(event), ...options },
    location: "shop",
    locate: async () => "__repository__",
    job: "product",
    client: script.client,
    config: DEFAULTS,
    logger,
    ...fakeTime(),
    ...parts,
  });
  return { result, told, warnings: logger.warnings, types: told.map((event) => ("step" in event ? `${event.type} ${event.step}` : event.type)) };
}

const launched = ({ client }: ScriptedRun) => client.asked.find(({ operation }) => operation === "FloeLaunchRun")?.variables;

test("runOnDagster launches the whole job, and answers with Dagster's id and times", async () => {
  const script = scriptedRun(GOOD);
  const { result, types } = await run(script);
  expect(result).toEqual({
    runId: "one",
    status: "succeeded",
    startedAt: "1970-01-01T00:00:01.000Z",
    finishedAt: "1970-01-01T00:00:09.000Z",
    steps: [{ name: "raw-data", status: "succeeded", durationMs: 100 }, { name: "clean", status: "succeeded", durationMs: 100 }],
  });
  expect(types).toEqual(["run-started", "step-started raw-data", "step-finished raw-data", "step-started clean", "step-finished clean", "run-finished"]);
  expect(launched(script)).not.toHaveProperty("params.selector.assetSelection");
});

test("runOnDagster launches what is selected, by Dagster's keys, with the tags of the configuration", async () => {
  const script = scriptedRun([{ status: "SUCCESS", events: done("raw_data", 2_000) }]);
  const { result } = await run(script, { select: ["raw-data"] }, { config: { ...DEFAULTS, runTags: { team: "a" }, runTimeoutMs: 1_500 } });
  expect(result.steps).toMatchObject([{ name: "raw-data", status: "succeeded" }]);
  expect(launched(script)).toMatchObject({ params: { selector: { assetSelection: [{ path: ["raw_data"] }] } } });
  const tags = expect.arrayContaining([{ key: "team", value: "a" }, { key: "dagster/max_runtime", value: "2" }, { key: "floe/hash", value: "abc" }]);
  expect(launched(script)).toMatchObject({ params: { executionMetadata: { tags } } });
});

test("runOnDagster warns of selected steps that Dagster does not keep in order", async () => {
  const needs = { a: [], b: ["a"], c: ["b"] };
  const { warnings } = await run(scriptedRun([{ status: "SUCCESS", events: [...done("a", 2_000), ...done("c", 2_000)] }]), { select: ["a", "c"] }, { needs });
  expect(warnings).toEqual([expect.stringContaining("does not wait")]);
});

test("runOnDagster launches nothing once its signal is aborted, and cancels every step", async () => {
  const script = scriptedRun(GOOD);
  const { result, types } = await run(script, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ status: "cancelled", steps: [{ status: "cancelled" }, { status: "cancelled" }] });
  expect(types).toEqual(["run-started", "step-cancelled raw-data", "step-cancelled clean", "run-finished"]);
  expect(script.client.asked).toEqual([]);
});

test("runOnDagster launches nothing where its signal is aborted while the location loads, and throws what else goes wrong there", async () => {
  const controller = new AbortController();
  const script = scriptedRun(GOOD);
  const locate = async (signal: AbortSignal): Promise<string> => {
    controller.abort();
    signal.throwIfAborted();
    return "__repository__";
  };
  expect((await run(script, { signal: controller.signal }, { locate })).result).toMatchObject({ status: "cancelled" });
  const error = new Error("no location");
  await expect(run(script, {}, { locate: () => Promise.reject(error) })).rejects.toBe(error);
  expect(launched(script)).toBeUndefined();
});

test("runOnDagster tells what was made in floe's words, and tells each of its listeners", async () => {
  const made: unknown[] = [];
  const heard: string[] = [];
  const lineage = [{ columnName: "a", columnDeps: [{ assetKey: { path: ["raw_data"] }, columnName: "b" }] }];
  const page = (events: readonly unknown[]) => ({ logsForRun: { __typename: "EventConnection", cursor: "1", hasMore: false, events } });
  const event = { stepKey: "clean", timestamp: "2000", message: "m" };
  const events = [
    { ...event, __typename: "MaterializationEvent", metadataEntries: [{ __typename: "TableColumnLineageMetadataEntry", label: "dagster/column_lineage", lineage }] },
    { ...event, __typename: "ExecutionStepSuccessEvent" },
  ];
  const script = scriptedRun([{ status: "SUCCESS" }], (operation) => (operation === "FloeRunLogs" ? page(events) : undefined));
  await run(script, { select: ["clean"] }, { listeners: [({ type }) => heard.push(type)], onMade: (name, facts) => made.push([name, facts]) });
  expect(made).toEqual([["clean", { columnLineage: [{ column: "a", inputs: [{ table: "raw-data", column: "b", transformation: "TRANSFORMATION" }] }] }]]);
  expect(heard).toEqual(["run-started", "step-started", "step-finished", "run-finished"]);
});

test("runOnDagster launches nothing where nothing is selected", async () => {
  const script = scriptedRun(GOOD);
  expect((await run(script, { select: [] })).result).toMatchObject({ status: "succeeded", steps: [] });
  expect(script.client.asked).toEqual([]);
});

test("runOnDagster refuses an unknown selection before anything is asked", async () => {
  const script = scriptedRun(GOOD);
  await expect(run(script, { select: ["missing"] })).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_SELECTION" });
  expect(script.client.asked).toEqual([]);
});

test("runOnDagster ends a run whose signal was aborted while it was being launched", async () => {
  const controller = new AbortController();
  const script = scriptedRun([{ status: "CANCELED" }], (operation) => {
    if (operation === "FloeLaunchRun") controller.abort();
    return undefined;
  });
  const { result } = await run(script, { signal: controller.signal });
  expect(script.terminations).toEqual(["SAFE_TERMINATE"]);
  expect(result).toMatchObject({ runId: "one", status: "cancelled" });
});

test("runOnDagster survives a listener that throws", async () => {
  const failing = (): void => {
    throw new Error("Cannot listen");
  };
  const { result, warnings } = await run(scriptedRun(GOOD), { onEvent: failing });
  expect(result.status).toBe("succeeded");
  expect(warnings).toHaveLength(6);
});

test("runOnDagster calls a run failed that Dagster calls so, although every step has succeeded", async () => {
  const events = [...done("raw_data", 2_000), ...done("clean", 3_000), runEvent("RunFailureEvent", 4_000, { message: "A hook failed" })];
  const { result, told, warnings } = await run(scriptedRun([{ status: "FAILURE", events }]));
  expect(result).toMatchObject({ status: "failed", steps: [{ status: "succeeded" }, { status: "succeeded" }] });
  expect(told.at(-1)).toMatchObject({ type: "run-finished", status: "failed" });
  expect(warnings).toEqual(["Every step has succeeded, and Dagster says that the run failed."]);
});

test("runOnDagster says that a run goes on when it can no longer be followed", async () => {
  const script = scriptedRun([{ status: "STARTED" }], (operation) => (operation === "FloeRunLogs" ? { logsForRun: { __typename: "RunNotFoundError" } } : undefined));
  const logger = recordingLogger();
  await expect(run(script, {}, { logger })).rejects.toMatchObject({ code: "FLOE_DAGSTER_RUN_LOST" });
  expect(logger.warnings).toEqual([expect.stringContaining("no longer followed")]);
});
