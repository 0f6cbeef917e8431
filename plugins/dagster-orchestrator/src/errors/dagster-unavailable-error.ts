import { PluginError } from "floe-core";

/** Dagster's webserver does not answer: nobody listens, no answer comes in time, or a proxy says that it is away. */
export class DagsterUnavailableError extends PluginError {
  /** The webserver's address, without a query. */
  readonly url: string;
  /** The run that goes on in Dagster without being followed any more; undefined if it is about none. */
  readonly runId: string | undefined;
  /** Whether the request cannot have reached the webserver: what it asked for was certainly not done. */
  readonly isUnsent: boolean;
  /** Why there is no answer, in one clause. */
  readonly reason: string;

  constructor(details: {
    readonly url: string;
    readonly reason: string;
    readonly hint?: string | undefined;
    readonly runId?: string | undefined;
    readonly isUnsent?: boolean | undefined;
    readonly cause?: unknown;
  }) {
    const { url, reason, runId, isUnsent = false, cause } = details;
    const noun = runId === undefined ? `reach Dagster at ${url}` : `follow run ${runId} of Dagster at ${url}`;
    super("FLOE_DAGSTER_UNAVAILABLE", `Cannot ${noun}: ${reason}`, { hint: details.hint ?? HINT, cause });
    this.url = url;
    this.runId = runId;
    this.isUnsent = isUnsent;
    this.reason = reason;
  }
}

const HINT = "Start Dagster, for example with `dagster dev`, or correct the orchestrator's url.";
