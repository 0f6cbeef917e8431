import { PluginError } from "floe-core";

/** Dagster no longer knows a run that was being followed. */
export class DagsterRunLostError extends PluginError {
  /** Dagster's id of the run. */
  readonly runId: string;

  constructor(runId: string) {
    super("FLOE_DAGSTER_RUN_LOST", `Cannot follow run ${runId}: Dagster no longer knows it`, {
      hint: "Somebody deleted it, or Dagster was started on another storage. Dagster's assets tell what it had made.",
    });
    this.runId = runId;
  }
}
