import type { ConnectionResult, HealthStatus } from "floe-core";

/** A connection's probe as the answer to a health check. */
export function healthOf({ status, message, latencyMs, warnings, errors }: ConnectionResult): HealthStatus {
  return { state: status, message, details: { latencyMs, warnings, errors } };
}
