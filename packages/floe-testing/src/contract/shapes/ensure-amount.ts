import { ensure } from "../contract-breach.ts";

/** @throws ContractBreach unless `value` is a number that something can last or weigh: neither negative nor infinite. */
export function ensureAmount(value: unknown, what: string): asserts value is number {
  ensure(typeof value === "number" && Number.isFinite(value) && value >= 0, `${what} is no number from 0 on`);
}
