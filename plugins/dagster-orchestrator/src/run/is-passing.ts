import { DagsterServerError } from "../errors/dagster-server-error.ts";
import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";

/** Whether a request failed for a reason that may be gone soon: nobody answered, or the server met trouble of its own. */
export function isPassing(error: unknown): error is DagsterUnavailableError | DagsterServerError {
  return error instanceof DagsterUnavailableError || (error instanceof DagsterServerError && error.status >= 500);
}
