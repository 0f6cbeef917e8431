import { ensure } from "../contract-breach.ts";

/** @throws ContractBreach unless `value` is a text, and not an empty one. */
export function ensureText(value: unknown, what: string): asserts value is string {
  ensure(typeof value === "string" && value.trim() !== "", `${what} is no text, or an empty one`);
}
