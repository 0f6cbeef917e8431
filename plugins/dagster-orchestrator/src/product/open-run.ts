import type { RunEvent, StepError } from "floe-core";

/**
 * What of a run has begun and not ended, as its events tell. A run that is no longer followed tells no end, and would
 * stay open for ever wherever its events are kept.
 */
export class OpenRun {
  #runId: string | undefined;
  /** When each step started. */
  readonly #steps = new Map<string, string>();

  see(event: RunEvent): void {
    if (event.type === "run-started") this.#runId = event.runId;
    else if (event.type === "run-finished") this.#runId = undefined;
    else if (event.type === "step-started") this.#steps.set(event.step, event.at);
    else this.#steps.delete(event.step);
  }

  /** The events that end it as failed at `at`, its own last; none if it has not begun or has ended. */
  endings(at: string, errorOf: (step: string) => StepError): readonly RunEvent[] {
    const runId = this.#runId;
    if (runId === undefined) return [];
    const steps = [...this.#steps].map(([step, startedAt]): RunEvent => {
      // Two machines' clocks: the step's start is Dagster's.
      const durationMs = Math.max(0, Date.parse(at) - Date.parse(startedAt));
      return { type: "step-failed", runId, at, step, durationMs, error: errorOf(step) };
    });
    return [...steps, { type: "run-finished", runId, at, status: "failed" }];
  }
}
