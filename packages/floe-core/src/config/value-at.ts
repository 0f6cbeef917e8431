import { typeName } from "../text/type-name.ts";
import { isSecret } from "./secret-value.ts";

/** What `input` holds at `path`: own members only, undefined for what is not there or cannot be read. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    try {
      value = Reflect.get(value, step) as unknown;
    } catch {
      return undefined;
    }
  }
  return value;
}

/** The type of what was given, never the value: `missing` for nothing, `secret` for a Secret. */
export function receivedType(value: unknown): string {
  if (value === undefined) return "missing";
  if (isSecret(value)) return "secret";
  return Number.isNaN(value) ? "NaN" : typeName(value);
}
