import { PluginError } from "floe-core";

/** A step cannot be started: its files, its transform or the floe command are not as they have to be. */
export class StepSetupError extends PluginError {
  /** The transform as it was asked for. */
  readonly transform: string;

  constructor(details: { readonly transform: string; readonly reason: string; readonly hint: string; readonly cause?: unknown }) {
    super("FLOE_DAGSTER_STEP_SETUP", `Cannot start step "${details.transform}": ${details.reason}`, {
      hint: details.hint,
      cause: details.cause,
    });
    this.transform = details.transform;
  }
}
