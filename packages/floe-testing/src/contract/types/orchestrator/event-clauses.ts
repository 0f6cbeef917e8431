import type { OrchestratorPlugin, RunEvent, RunResult } from "floe-core";
import type { Clause } from "../../clause.ts";
import { ensure } from "../../contract-breach.ts";
import { failureOf } from "../../shapes/failure-of.ts";
import { endings, runClause, runSample } from "./sample-run.ts";
import { StepRecorder } from "./step-recorder.ts";

/** The event that says how a step ended, by its status in the result. */
const END = { succeeded: "step-finished", failed: "step-failed", skipped: "step-skipped", cancelled: "step-cancelled" } as const;

/** What an orchestrator tells of a run while it goes on. */
export const EVENT_CLAUSES: readonly Clause<OrchestratorPlugin>[] = [
  runClause("orchestrator/tells-events", "tells of a run in order: its start, each step's start and end, its end", async (trial) => {
    const events: RunEvent[] = [];
    const result = await runSample(trial, new StepRecorder({ clean: "fails" }), { onEvent: (event) => events.push(event) });
    const [first, last] = [events.at(0), events.at(-1)];
    ensure(first?.type === "run-started", `The first event of a run is ${first?.type ?? "missing"}, not run-started`);
    ensure(first.steps.join() === result.steps.map(({ name }) => name).join(), "run-started names other steps than the result");
    ensure(last?.type === "run-finished", `The last event of a run is ${last?.type ?? "missing"}, not run-finished`);
    ensure(last.status === result.status, "run-finished has another status than the result");
    const strangers = events.filter(({ runId }) => runId !== result.runId);
    ensure(strangers.length === 0, "Events of a run have another runId than its result");
    checkSteps(events, result);
  }),
  runClause("orchestrator/survives-listeners", "runs on when whoever listens to its events throws", async (trial) => {
    const failing = (): void => {
      throw new Error("Cannot listen: the contract suite throws");
    };
    const failure = await failureOf(async () => {
      const result = await runSample(trial, new StepRecorder(), { onEvent: failing });
      ensure(result.status === "succeeded", () => `Where the listener throws, it says: ${endings(result).join(", ")}`);
    });
    ensure(failure === undefined, "A run fails because of who listens to its events");
  }),
];

function checkSteps(events: readonly RunEvent[], { steps }: RunResult): void {
  for (const { name, status } of steps) {
    const own = events.filter((event) => "step" in event && event.step === name).map(({ type }) => type);
    const isStarted = status === "succeeded" || status === "failed";
    const expected = [...(isStarted ? ["step-started"] : []), END[status]].join(", ");
    ensure(own.join(", ") === expected, `Of the step ${name}, which ${status}, it tells ${own.join(", ") || "nothing"}, not ${expected}`);
  }
}
