import { PluginError } from "floe-core";

/** Dagster, or a proxy in front of it, does not let this client in, or not do this. */
export class DagsterAuthenticationError extends PluginError {
  /** The webserver's address, without a query. */
  readonly url: string;
  /** The name of the refused request. */
  readonly operation: string;

  constructor(details: { readonly url: string; readonly operation: string; readonly reason: string; readonly hint: string }) {
    const { url, operation, reason, hint } = details;
    super("FLOE_DAGSTER_AUTHENTICATION", `Cannot ask Dagster at ${url} for ${operation}: ${reason}`, { hint });
    this.url = url;
    this.operation = operation;
  }
}
