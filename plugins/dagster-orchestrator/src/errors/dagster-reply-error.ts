import { PluginError } from "floe-core";

/** What answers at Dagster's address does not answer as Dagster does: a login page, a proxy, another version. */
export class DagsterReplyError extends PluginError {
  /** The webserver's address, without a query. */
  readonly url: string;
  /** The name of the request. */
  readonly operation: string;

  constructor(details: { readonly url: string; readonly operation: string; readonly reason: string; readonly hint?: string | undefined }) {
    const { url, operation, reason, hint = HINT } = details;
    super("FLOE_DAGSTER_REPLY", `Cannot read the reply of ${url} to ${operation}: ${reason}`, { hint });
    this.url = url;
    this.operation = operation;
  }
}

const HINT = "Check that the orchestrator's url is the one of Dagster's webserver, and its version one that the plugin supports.";
