import { RunJournal, type RunEvent, type RunResult } from "floe-core";
import { expect, test } from "vitest";
import type { DagsterEvent } from "../../../src/graphql/dagster-event.ts";
import { DagsterClock } from "../../../src/run/dagster-clock.ts";
import { dagsterSteps } from "../../../src/run/dagster-steps.ts";
import { RunTranslator, type RunEnding } from "../../../src/run/run-translator.ts";
import { runEvent, stepEvent } from "../../support/events.ts";
import { documentOf, planOf, type Needs } from "../../support/plan.ts";

const NEEDS: Needs = { raw: [], clean: ["raw"], daily: ["clean"], report: ["clean", "daily"], aside: [] };
const ENDED = { at: 9_000, isCancelled: false };

function translate(events: readonly DagsterEvent[], ending: RunEnding, needs: Needs = NEEDS) {
  const told: RunEvent[] = [];
  const made: unknown[] = [];
  const clock = new DagsterClock(1_000);
  const steps = dagsterSteps(planOf(needs), documentOf(needs));
  const journal = new RunJournal({ runId: "one", steps: Object.keys(needs), clock, emit: (event) => told.push(event) });
  const mask = (text: string): string => text.replaceAll("correct-horse", "[secret]");
  const translator = new RunTranslator({ journal, clock, steps, runUrl: "http://d/runs/one", mask, onMade: (name, facts) => made.push([name, facts]) });
  for (const event of events) translator.handle(event);
  translator.settle(ending);
  const result = journal.end();
  return { result, made, translator, told: told.map((event) => ("step" in event ? `${event.type} ${event.step}` : event.type)) };
}

const endings = ({ steps }: RunResult): readonly string[] => steps.map(({ name, status }) => `${name} ${status}`);
const succeeded = (key: string, from: number): readonly DagsterEvent[] => [stepEvent("ExecutionStepStartEvent", key, from), stepEvent("ExecutionStepSuccessEvent", key, from + 100)];
const failed = (key: string, from: number, parts: Partial<DagsterEvent> = {}): readonly DagsterEvent[] => [
  stepEvent("ExecutionStepStartEvent", key, from),
  stepEvent("ExecutionStepFailureEvent", key, from + 100, { error: { className: "ValueError", message: "ValueError: no luck" }, ...parts }),
];

test("RunTranslator tells starts and ends with Dagster's times, and what was made before the end", () => {
  const materialized = stepEvent("MaterializationEvent", "raw_data", 1_150, { metadata: { rows: 3, columns: [{ name: "a", type: "INT" }] } });
  const [start, end] = succeeded("raw_data", 1_100) as [DagsterEvent, DagsterEvent];
  const { result, told, made } = translate([start, materialized, end], { status: "SUCCESS", ...ENDED }, { "raw-data": [] });
  expect(result).toEqual({
    runId: "one",
    status: "succeeded",
    startedAt: "1970-01-01T00:00:01.000Z",
    finishedAt: "1970-01-01T00:00:09.000Z",
    steps: [{ name: "raw-data", status: "succeeded", durationMs: 100, rows: 3 }],
  });
  expect(told).toEqual(["run-started", "step-started raw-data", "step-finished raw-data", "run-finished"]);
  expect(made).toEqual([["raw-data", { rows: 3, columns: [{ name: "a", type: "INT" }] }]]);
});

test("RunTranslator skips at once, in the order of the plan, what needs a failed step", () => {
  const events = [...succeeded("raw", 1_000), ...failed("clean", 2_000), ...succeeded("aside", 3_000)];
  const { result, told } = translate(events, { status: "FAILURE", ...ENDED });
  expect(endings(result)).toEqual(["raw succeeded", "clean failed", "daily skipped", "report skipped", "aside succeeded"]);
  expect(result.steps[3]).toMatchObject({ skippedBecauseOf: "clean" });
  expect(told.slice(4, 7)).toEqual(["step-failed clean", "step-skipped daily", "step-skipped report"]);
  expect(result.steps[1]?.error).toEqual({ code: "FLOE_DAGSTER_STEP", message: 'Cannot run transform "clean": ValueError: no luck', hint: "http://d/runs/one has the output of the step." });
});

test("RunTranslator prefers what the step's process said, masked", () => {
  const closing = stepEvent("EngineEvent", "raw", 1_050, {
    message: "[pipes] external process pipes closed with exception",
    error: { className: "FLOE_X", message: "no correct-horse", errorChain: [{ error: { className: "hint", message: "Ask correct-horse." } }] },
  });
  const [start, end] = failed("raw", 1_000) as [DagsterEvent, DagsterEvent];
  const { result } = translate([start, closing, end], { status: "FAILURE", ...ENDED }, { raw: [] });
  expect(result.steps[0]?.error).toEqual({ code: "FLOE_X", message: "no [secret]", hint: "Ask [secret]." });
});

test("RunTranslator tells one start and one end of a step that is tried again, with the latest error", () => {
  const closing = stepEvent("EngineEvent", "raw", 1_050, { message: "closed with exception", error: { className: "FLOE_FIRST", message: "first" } });
  const events = [
    stepEvent("ExecutionStepStartEvent", "raw", 1_000),
    closing,
    stepEvent("ExecutionStepUpForRetryEvent", "raw", 1_100),
    stepEvent("ExecutionStepRestartEvent", "raw", 1_200),
    stepEvent("ExecutionStepFailureEvent", "raw", 1_300, { error: { className: "ValueError", message: "ValueError: second" } }),
  ];
  const { result, told } = translate(events, { status: "FAILURE", ...ENDED }, { raw: [] });
  expect(told).toEqual(["run-started", "step-started raw", "step-failed raw", "run-finished"]);
  expect(result.steps).toMatchObject([{ durationMs: 300, error: { code: "FLOE_DAGSTER_STEP", message: expect.stringContaining("second") } }]);
});

test("RunTranslator starts a step of which Dagster tells the end alone", () => {
  const { told } = translate([failed("raw", 1_000)[1] as DagsterEvent], { status: "FAILURE", ...ENDED }, { raw: [] });
  expect(told).toEqual(["run-started", "step-started raw", "step-failed raw", "run-finished"]);
});

test("RunTranslator cancels what was interrupted or did not start, where the run was cancelled", () => {
  const events = [...succeeded("raw", 1_000), runEvent("RunCancelingEvent", 1_500), ...failed("clean", 2_000, { isInterrupt: true }), ...failed("aside", 2_000)];
  const { result } = translate(events, { status: "CANCELED", ...ENDED });
  expect(result.status).toBe("cancelled");
  expect(endings(result)).toEqual(["raw succeeded", "clean cancelled", "daily cancelled", "report cancelled", "aside cancelled"]);
});

test("RunTranslator keeps a failure that came before the cancellation", () => {
  const { result } = translate([...failed("raw", 1_000), runEvent("RunCancelingEvent", 1_500)], { status: "CANCELED", ...ENDED }, { raw: [], aside: [] });
  expect(endings(result)).toEqual(["raw failed", "aside cancelled"]);
});

test("RunTranslator counts a run that failed while it was being cancelled from here as cancelled", () => {
  const { result } = translate([stepEvent("ExecutionStepStartEvent", "raw", 1_000)], { status: "FAILURE", at: 2_000, isCancelled: true }, { raw: [] });
  expect(endings(result)).toEqual(["raw cancelled"]);
});

test("RunTranslator puts the cause of a run that broke on the steps that were running, and skips the others", () => {
  const cause = runEvent("RunFailureEvent", 1_500, { message: "Run worker died", error: { className: "X", message: "X: out of memory" } });
  const events = [...succeeded("raw", 1_000), stepEvent("ExecutionStepStartEvent", "clean", 1_200), cause];
  const { result, translator } = translate(events, { status: "FAILURE", ...ENDED });
  expect(result.status).toBe("failed");
  expect(endings(result)).toEqual(["raw succeeded", "clean failed", "daily skipped", "report skipped", "aside skipped"]);
  expect(result.steps[1]?.error).toEqual({
    code: "FLOE_DAGSTER_RUN",
    message: 'Cannot run transform "clean": the run failed in Dagster: Run worker died: X: out of memory',
    hint: "http://d/runs/one has the whole log.",
  });
  expect(translator.cause).toBe("Run worker died: X: out of memory");
});

test("RunTranslator puts the cause of a run that never began on its first step, with the error that came before it", () => {
  const launch = runEvent("EngineEvent", 1_100, { message: "Launching failed", error: { className: "X", message: "X: no image" } });
  const { result, told } = translate([launch, runEvent("RunFailureEvent", 1_200, { message: "Marked as failed" })], { status: "FAILURE", ...ENDED }, { raw: [], clean: ["raw"], aside: [] });
  expect(endings(result)).toEqual(["raw failed", "clean skipped", "aside skipped"]);
  expect(result.steps[0]?.error?.message).toContain("Marked as failed: Launching failed: X: no image");
  expect(told).toEqual(["run-started", "step-started raw", "step-failed raw", "step-skipped clean", "step-skipped aside", "run-finished"]);
});

test("RunTranslator takes an interruption in a run that was not cancelled for a failure", () => {
  const { result } = translate(failed("raw", 1_000, { isInterrupt: true }), { status: "FAILURE", ...ENDED }, { raw: [] });
  expect(endings(result)).toEqual(["raw failed"]);
});

test("RunTranslator does not take a step for done because the run is", () => {
  const { result } = translate(succeeded("raw", 1_000), { status: "SUCCESS", ...ENDED }, { raw: [], clean: ["raw"] });
  expect(endings(result)).toEqual(["raw succeeded", "clean failed"]);
  expect(result.status).toBe("failed");
});

test("RunTranslator leaves alone what is told of other steps, and of a step after its end", () => {
  const late = stepEvent("ExecutionStepFailureEvent", "raw", 3_000);
  const { told } = translate([...succeeded("raw", 1_000), late, ...succeeded("stranger", 3_000)], { status: "SUCCESS", ...ENDED }, { raw: [] });
  expect(told).toEqual(["run-started", "step-started raw", "step-finished raw", "run-finished"]);
});
