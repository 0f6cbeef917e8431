import { reasonOf, type OrchestratorPlugin, type RunResult } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ContractBreach, ensure } from "../../contract-breach.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { isJsonValue } from "../../shapes/is-json-value.ts";
import { SAMPLE_TRANSFORMS } from "./sample-product.ts";
import { endings, runClause, runSample } from "./sample-run.ts";
import { StepRecorder } from "./step-recorder.ts";

/** ISO 8601 in UTC. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)$/;

const NAMES = SAMPLE_TRANSFORMS.map(({ name }) => name);

/** How an orchestrator runs a product. */
export const RUN_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  runClause(
    "orchestrator/runs-in-order",
    "runs each transform once, after those that it needs have ended",
    async (trial) => {
      const recorder = new StepRecorder();
      const { status } = await runSample(trial, recorder);
      ensure(status === "succeeded", `A run in which everything succeeds is said to have ${status}`);
      const { steps } = recorder;
      for (const { name, dependsOn } of SAMPLE_TRANSFORMS) {
        const times = steps.filter((step) => step === `start ${name}`).length;
        ensure(times === 1, `It runs the transform ${name} ${times} times`);
        const early = dependsOn.find((needed) => steps.indexOf(`end ${needed}`) > steps.indexOf(`start ${name}`));
        ensure(early === undefined, `It starts ${name} before ${early ?? ""} has ended, which it needs`);
      }
    },
    [],
  ),
  runClause("orchestrator/run-result", "answers with a result that is plain JSON: id, status, times in UTC, one step per transform", async (trial) => {
    checkResult(await runSample(trial, new StepRecorder()));
  }),
  runClause("orchestrator/isolates-failures", "skips what needs a failed transform, and nothing else", async (trial) => {
    const recorder = new StepRecorder({ clean: "fails" });
    const result = await runSample(trial, recorder);
    ensure(result.status === "failed", `A run in which a transform fails is said to have ${result.status}`);
    const expected = ["raw succeeded", "clean failed", "daily skipped", "report skipped", "aside succeeded"];
    ensure([...endings(result)].sort().join() === expected.sort().join(), () => `Where clean fails, it says: ${endings(result).join(", ")}`);
    const started = ["daily", "report"].filter((name) => recorder.hasStarted(name));
    ensure(started.length === 0, `It runs ${started.join(", ")} although what it needs has failed`);
    const { error } = result.steps.find(({ name }) => name === "clean") ?? {};
    ensure(typeof error?.code === "string" && typeof error.message === "string", "A failed step has no error with code and message");
  }),
  runClause(
    "orchestrator/names-the-root",
    "says of each skipped step which failed one is at the root",
    async (trial) => {
      const { steps } = await runSample(trial, new StepRecorder({ clean: "fails" }));
      for (const { name, status, skippedBecauseOf } of steps) {
        if (status === "skipped") ensure(skippedBecauseOf === "clean", `${name} is skipped because of clean, and it names ${skippedBecauseOf ?? "nothing"}`);
      }
    },
    ["orchestrator/runs-in-order", "orchestrator/isolates-failures"],
  ),
  runClause("orchestrator/runs-what-is-selected", "runs the selected transforms, and no others", async (trial) => {
    const recorder = new StepRecorder();
    const result = await runSample(trial, recorder, { select: ["aside", "raw"] });
    const names = result.steps.map(({ name }) => name).sort().join(", ");
    ensure(names === "aside, raw", `Where aside and raw are selected, its result has ${names}`);
    const started = NAMES.filter((name) => recorder.hasStarted(name)).sort().join(", ");
    ensure(started === "aside, raw", `Where aside and raw are selected, it runs ${started}`);
  }),
  runClause("orchestrator/refuses-unknown-selections", "refuses to run a selection with a transform that there is not", async (trial) => {
    const recorder = new StepRecorder();
    const failure = await failureOf(() => runSample(trial, recorder, { select: ["raw", "missing"] }));
    ensure(failure !== undefined, "It runs a selection with a transform that there is not");
    ensure(recorder.steps.length === 0, "It runs a part of a selection that it refuses");
  }),
  runClause("orchestrator/closes-sessions", "closes every session that it opens, after a failure too", async (trial) => {
    const recorder = new StepRecorder({ clean: "fails" });
    await runSample(trial, recorder);
    const open = recorder.sessions.filter(({ isClosed }) => !isClosed).length;
    ensure(open === 0, `Of the ${recorder.sessions.length} sessions of a run, ${open} are open at its end`);
  }),
  runClause("orchestrator/can-be-cancelled", "ends a run soon once its signal is aborted, and says that it was cancelled", async (trial) => {
    const { result } = await cancelled(trial);
    ensure(result.status === "cancelled", `A run that was cancelled is said to have ${result.status}`);
    const ending = endings(result).find((step) => step.startsWith("clean "));
    ensure(ending === "clean cancelled", `Of the step that was interrupted it says: ${ending ?? "nothing"}`);
  }),
  runClause(
    "orchestrator/starts-nothing-once-cancelled",
    "starts no further transform once a run is cancelled",
    async (trial) => {
      const { recorder } = await cancelled(trial);
      const started = ["daily", "report"].filter((name) => recorder.hasStarted(name));
      ensure(started.length === 0, `It starts ${started.join(", ")} although the run is cancelled`);
    },
    ["orchestrator/runs-in-order"],
  ),
];

/** A run that is cancelled while one of its transforms waits. */
async function cancelled(trial: Parameters<typeof runSample>[0]): Promise<{ readonly result: RunResult; readonly recorder: StepRecorder }> {
  const controller = new AbortController();
  const reason = new DOMException("The contract suite cancelled the run", "AbortError");
  const recorder = new StepRecorder({ clean: "waits" }, () => controller.abort(reason));
  try {
    return { recorder, result: await runSample(trial, recorder, { signal: controller.signal }) };
  } catch (error) {
    if (error instanceof ContractBreach) throw error;
    throw new ContractBreach(`A run that is cancelled rejects, where it has to answer: ${reasonOf(error)}`);
  }
}

function checkResult(result: RunResult): void {
  ensure(isJsonValue(result), "The result of a run is something that JSON cannot hold as it is");
  const { runId, startedAt, finishedAt, steps } = result;
  ensure(typeof runId === "string" && runId !== "", "The result of a run has no runId");
  ensure([startedAt, finishedAt].every((time) => TIME.test(time)), "The times of a run are not ISO 8601 in UTC");
  ensure(Date.parse(startedAt) <= Date.parse(finishedAt), "A run ends before it starts");
  const names = steps.map(({ name }) => name);
  ensure([...names].sort().join() === [...NAMES].sort().join(), `The result of a run has the steps ${names.join(", ")}`);
  for (const { name, dependsOn } of SAMPLE_TRANSFORMS) {
    const late = dependsOn.find((needed) => names.indexOf(needed) > names.indexOf(name));
    ensure(late === undefined, `The result lists ${name} before ${late ?? ""}, which it needs`);
  }
  for (const { name, durationMs, rows } of steps) {
    ensure(typeof durationMs === "number" && durationMs >= 0, `The step ${name} has no durationMs`);
    ensure(rows === 3, `The step ${name} wrote 3 rows, and its result says ${rows ?? "nothing"}`);
  }
}
