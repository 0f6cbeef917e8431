import { ensure } from "../contract-breach.ts";
import { ensureAmount } from "./ensure-amount.ts";
import { listOf } from "./list-of.ts";
import { objectOf } from "./object-of.ts";

const STATES: readonly unknown[] = ["healthy", "degraded", "unhealthy"];

/** @throws ContractBreach unless `value` is a `ConnectionResult`. */
export function ensureConnection(value: unknown, what: string): void {
  const { status, latencyMs, message, warnings, errors } = objectOf(value, what);
  ensure(STATES.includes(status), `The status of ${what} is not healthy, degraded or unhealthy`);
  ensureAmount(latencyMs, `The latencyMs of ${what}`);
  ensure(typeof message === "string" && !message.includes("\n"), `The message of ${what} is not one line of text`);
  listOf(warnings, `warnings of ${what}`);
  const { length } = listOf(errors, `errors of ${what}`);
  ensure(status !== "healthy" || length === 0, `${what} is healthy, and has errors`);
}
