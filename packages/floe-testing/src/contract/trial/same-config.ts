import { collectSecrets } from "floe-core";
import { isSameData } from "../realm/same-data.ts";

const SECRET: symbol = Symbol.for("floe.secret");

/**
 * Whether two configurations hold the same. Secrets are the same if what they hold is, however they hold it, and a
 * schema that makes functions makes new ones each time.
 */
export function isSameConfig(one: unknown, other: unknown): boolean {
  return isSameData(revealed(one), revealed(other));
}

function revealed(value: unknown): unknown {
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return value;
  if (Reflect.get(value, SECRET) === true) return { secret: collectSecrets(value) };
  if (Array.isArray(value)) return value.map(revealed);
  const prototype = Reflect.getPrototypeOf(value);
  if (prototype === null || Reflect.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}
