import { reasonOf } from "../errors/plugin-error.ts";
import { typeName } from "../text/type-name.ts";
import { echoGuard } from "./echo-guard.ts";
import { freezeConfig } from "./freeze-config.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { partsOf } from "./schema-parts.ts";

/** What a schema said: a configuration, as a frozen copy, issues, or nothing that could be used, and why not. */
export type SchemaAnswer =
  | { readonly config: Readonly<Record<string, unknown>> }
  | { readonly issues: readonly unknown[] }
  | { readonly fault: string };

/**
 * Asks `schema` once. Whatever it is and does, the answer is one of three; a fault's text quotes nothing
 * of `input`.
 */
export function askSchema(schema: unknown, input: unknown): SchemaAnswer {
  let result: unknown;
  try {
    const safeParse = partsOf(schema).safeParse;
    if (typeof safeParse !== "function") return { fault: "it has no safeParse()" };
    result = Reflect.apply(safeParse, schema, [input]);
  } catch (error) {
    return { fault: withReason("its safeParse() threw", error, input) };
  }
  if (result instanceof Promise) {
    // Nobody waits for it; without this, its failure would end the process.
    result.catch(() => undefined);
    return { fault: "its safeParse() is asynchronous" };
  }
  try {
    return readResult(result);
  } catch (error) {
    return { fault: withReason("its result cannot be read", error, input) };
  }
}

function readResult(result: unknown): SchemaAnswer {
  const { success, data, error } = partsOf(result);
  if (success === true) {
    if (isPlainObject(data)) return { config: freezeConfig(data) };
    return { fault: `it yields ${typeName(data)} instead of a plain object` };
  }
  const { issues } = partsOf(error);
  if (success === false && Array.isArray(issues) && issues.length > 0) return { issues };
  return { fault: "its safeParse() answers neither data nor issues" };
}

function withReason(fault: string, error: unknown, input: unknown): string {
  const reason = reasonOf(error);
  return echoGuard(input)(reason) ? fault : `${fault}: ${reason}`;
}
