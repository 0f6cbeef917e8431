import { ensure } from "../../contract-breach.ts";
import { ensureAmount } from "../../shapes/ensure-amount.ts";
import { listOf } from "../../shapes/list-of.ts";
import { objectOf } from "../../shapes/object-of.ts";

/** Whether the load that a result tells of succeeded. @throws ContractBreach unless it is an `IngestionResult`. */
export function ensureLoadResult(value: unknown, what: string): boolean {
  const { success, rowsLoaded, bytesWritten, durationMs, errors } = objectOf(value, what);
  ensure(typeof success === "boolean", `The success of ${what} is neither true nor false`);
  for (const [name, count] of Object.entries({ rowsLoaded, bytesWritten })) {
    ensureAmount(count, `The ${name} of ${what}`);
    ensure(Number.isInteger(count), `The ${name} of ${what} is no whole number`);
  }
  ensureAmount(durationMs, `The durationMs of ${what}`);
  const { length } = listOf(errors, `errors of ${what}`);
  ensure(success || length > 0, `${what} failed, and says nothing of why`);
  return success;
}
