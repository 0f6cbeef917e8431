import { ensure } from "../contract-breach.ts";

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** The time that a text is, in milliseconds. @throws ContractBreach unless it is ISO 8601, in UTC. */
export function ensureTime(value: unknown, what: string): number {
  const time = typeof value === "string" && UTC.test(value) ? Date.parse(value) : Number.NaN;
  ensure(!Number.isNaN(time), `${what} is no time such as 2024-01-31T12:00:00Z`);
  return time;
}
