import type { ActivationReport, RunEvent, RunResult, StepError } from "floe-core";

/** Why runs of a schedule were missed. */
export type MissedReason =
  /** The run before was still going on. */
  | "still-running"
  /** The machine slept, or the process was too busy to notice the time. */
  | "asleep"
  /** Nothing was serving the schedule. */
  | "not-serving";

/** What happens while a schedule is served. Plain JSON; times are ISO 8601, UTC. `at` is when it happened. */
export type ServeEvent =
  /** The plugins are up, as far as they have to be: an optional one that failed is in the report. Comes first. */
  | { readonly type: "ready"; readonly at: string; readonly startup: ActivationReport }
  /** The next run is due at `next`. Comes at the start, and again whenever a time has passed. */
  | { readonly type: "scheduled"; readonly at: string; readonly next: string }
  /** The run that was due at `due` begins. */
  | { readonly type: "started"; readonly at: string; readonly due: string }
  /** Something happened in the run. */
  | { readonly type: "progress"; readonly at: string; readonly due: string; readonly event: RunEvent }
  /** The run ended: succeeded, failed or, because serving ends, cancelled. */
  | { readonly type: "finished"; readonly at: string; readonly due: string; readonly result: RunResult }
  /** The run could not be run at all. */
  | { readonly type: "failed"; readonly at: string; readonly due: string; readonly error: StepError }
  /** Runs that will not be made up for. */
  | {
      readonly type: "missed";
      readonly at: string;
      readonly reason: MissedReason;
      /** How many; with `hasMore`, counting stopped here, at `last`. */
      readonly count: number;
      readonly hasMore: boolean;
      readonly first: string;
      readonly last: string;
      /** With `still-running`: when the run began; with `not-serving`: when the last run on record began. */
      readonly since?: string;
    };
