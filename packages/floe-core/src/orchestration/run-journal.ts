import type { RunEvent, RunResult, RunStatus, StepError, StepResult } from "../plugin/run-result.ts";
import type { Clock } from "./clock.ts";

/** Writes down what happens in a run: every entry becomes an event at once and part of the result at the end. */
export class RunJournal {
  readonly #runId: string;
  readonly #clock: Clock;
  readonly #emit: (event: RunEvent) => void;
  readonly #startedAt: string;
  readonly #stepStarts = new Map<string, number>();
  /** In the order of the plan. A step of which nothing is written was cancelled before it could start. */
  readonly #results: Map<string, StepResult>;

  /** Opens the journal of a run over `steps`, in dependency order. */
  constructor(run: {
    readonly runId: string;
    readonly steps: readonly string[];
    readonly clock: Clock;
    readonly emit: (event: RunEvent) => void;
  }) {
    this.#runId = run.runId;
    this.#clock = run.clock;
    this.#emit = run.emit;
    this.#startedAt = run.clock.now();
    this.#results = new Map(run.steps.map((name) => [name, { name, status: "cancelled", durationMs: 0 }]));
    this.#emit({ type: "run-started", runId: run.runId, at: this.#startedAt, steps: run.steps });
  }

  started(step: string): void {
    this.#stepStarts.set(step, this.#clock.elapsedMs());
    this.#emit({ type: "step-started", ...this.#entry(step) });
  }

  /** @param rows Rows written; null for a view. */
  succeeded(step: string, rows: number | null): void {
    const written = { durationMs: this.#durationOf(step), ...(rows === null ? {} : { rows }) };
    this.#results.set(step, { name: step, status: "succeeded", ...written });
    this.#emit({ type: "step-finished", ...this.#entry(step), ...written });
  }

  failed(step: string, error: StepError): void {
    const durationMs = this.#durationOf(step);
    this.#results.set(step, { name: step, status: "failed", durationMs, error });
    this.#emit({ type: "step-failed", ...this.#entry(step), durationMs, error });
  }

  /** A step that was interrupted, or not started because the run was cancelled. */
  cancelled(step: string): void {
    this.#results.set(step, { name: step, status: "cancelled", durationMs: this.#durationOf(step) });
    this.#emit({ type: "step-cancelled", ...this.#entry(step) });
  }

  /** @param root The failed step that this one needs, directly or further up. */
  skipped(step: string, root: string): void {
    this.#results.set(step, { name: step, status: "skipped", durationMs: 0, skippedBecauseOf: root });
    this.#emit({ type: "step-skipped", ...this.#entry(step), becauseOf: root });
  }

  /** Closes the journal. Called once, after every step has ended. */
  end(): RunResult {
    const steps = [...this.#results.values()];
    const status = statusOf(steps);
    const finishedAt = this.#clock.now();
    this.#emit({ type: "run-finished", runId: this.#runId, at: finishedAt, status });
    return { runId: this.#runId, status, startedAt: this.#startedAt, finishedAt, steps };
  }

  #entry(step: string): { readonly runId: string; readonly at: string; readonly step: string } {
    return { runId: this.#runId, at: this.#clock.now(), step };
  }

  #durationOf(step: string): number {
    const start = this.#stepStarts.get(step);
    return start === undefined ? 0 : Math.round(this.#clock.elapsedMs() - start);
  }
}

/** An abort that came too late to stop anything leaves the run succeeded or failed: it did what it was asked. */
function statusOf(steps: readonly StepResult[]): RunStatus {
  if (steps.some(({ status }) => status === "cancelled")) return "cancelled";
  return steps.every(({ status }) => status === "succeeded") ? "succeeded" : "failed";
}
