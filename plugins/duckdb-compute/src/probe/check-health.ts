import type { CallOptions, HealthStatus } from "floe-core";
import type { DatabaseTarget } from "../database/open-connection.ts";
import { validateConnection } from "./validate-connection.ts";

/** The same probe as `validateConnection`, as a plugin's health. Holds no file and no lock afterwards. */
export async function checkHealth(target: DatabaseTarget, options: CallOptions): Promise<HealthStatus> {
  const { status, message, latencyMs, warnings, errors } = await validateConnection(target, options);
  return { state: status, message, details: { latencyMs, warnings, errors } };
}
