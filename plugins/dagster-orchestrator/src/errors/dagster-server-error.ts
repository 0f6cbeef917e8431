import { PluginError } from "floe-core";

/** Dagster has read a request, and says that it went wrong on its side. */
export class DagsterServerError extends PluginError {
  /** The webserver's address, without a query. */
  readonly url: string;
  /** The name of the request. */
  readonly operation: string;
  /** The class of the error in Python; null if it is no such error. */
  readonly className: string | null;
  /** The HTTP status of the reply. */
  readonly status: number;

  constructor(details: {
    readonly url: string;
    readonly operation: string;
    readonly status: number;
    readonly className: string | null;
    readonly reason: string;
    readonly hint?: string | undefined;
  }) {
    const { url, operation, status, className, reason, hint = HINT } = details;
    super("FLOE_DAGSTER_SERVER", `Cannot get ${operation} from Dagster at ${url}: ${reason}`, { hint });
    this.url = url;
    this.operation = operation;
    this.className = className;
    this.status = status;
  }
}

const HINT = "The output of Dagster's webserver has the whole error.";
