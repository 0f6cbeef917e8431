import { PluginError } from "floe-core";

/** A step's process ended without a result that could be believed, or was interrupted. */
export class StepProcessError extends PluginError {
  readonly transform: string;

  constructor(details: { readonly transform: string; readonly reason: string; readonly hint?: string; readonly cause?: unknown }) {
    super("FLOE_DAGSTER_STEP_PROCESS", `Cannot complete step "${details.transform}": ${details.reason}`, {
      hint: details.hint ?? "",
      cause: details.cause,
    });
    this.transform = details.transform;
  }
}
