import { PluginError } from "floe-core";

/** Dagster refused to launch a run. */
export class DagsterLaunchError extends PluginError {
  /** The name of the job. */
  readonly job: string;
  /** What Dagster calls the refusal, such as `InvalidSubsetError`. */
  readonly refusal: string;

  constructor(details: {
    readonly job: string;
    readonly refusal: string;
    readonly reason: string;
    readonly hint?: string | undefined;
    readonly cause?: unknown;
  }) {
    const { job, refusal, reason, hint = HINT, cause } = details;
    super("FLOE_DAGSTER_LAUNCH", `Cannot launch job "${job}" on Dagster: ${reason}`, { hint, cause });
    this.job = job;
    this.refusal = refusal;
  }
}

const HINT = "Launch the job in Dagster's own pages: they show what it makes of it.";
