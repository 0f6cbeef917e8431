import { types } from "node:util";

/** Whether `value` is an error, of this realm or another. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}
