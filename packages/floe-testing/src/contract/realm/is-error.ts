import { types } from "node:util";

/** Whether `value` is an error, of this realm or another, as those of `fs` are under jest. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}
