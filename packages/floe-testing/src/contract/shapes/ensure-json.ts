import { ensure } from "../contract-breach.ts";
import { isJsonValue } from "./is-json-value.ts";
import { objectOf, type Members } from "./object-of.ts";

/** The members of an answer that has to be an object of plain JSON. @throws ContractBreach if it is something else. */
export function ensureJson(value: unknown, what: string): Members {
  const members = objectOf(value, what);
  ensure(isJsonValue(members), `${what} holds something that JSON cannot hold`);
  return members;
}
