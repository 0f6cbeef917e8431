import { PluginError } from "floe-core";

/** A job that cannot be scheduled from here: it is not there, or what Dagster loads cannot be written. */
export class DagsterScheduleError extends PluginError {
  /** The job, as it was asked for. */
  readonly job: string;

  constructor({ job, reason, hint }: { readonly job: string; readonly reason: string; readonly hint: string }) {
    super("FLOE_DAGSTER_SCHEDULE", `Cannot schedule job "${job}" in Dagster: ${reason}`, { hint });
    this.job = job;
  }
}
