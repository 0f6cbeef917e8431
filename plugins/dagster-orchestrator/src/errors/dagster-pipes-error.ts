import { PluginError } from "floe-core";

/** Dagster cannot be talked to through Pipes: what it hands over cannot be read, or a report does not arrive. */
export class DagsterPipesError extends PluginError {
  constructor(details: { readonly noun: string; readonly reason: string; readonly hint: string; readonly cause?: unknown }) {
    super("FLOE_DAGSTER_PIPES", `Cannot use ${details.noun}: ${details.reason}`, { hint: details.hint, cause: details.cause });
  }
}
