import { redactNumber } from "./redact-number.ts";
import type { Redactor } from "./redact-text.ts";

/**
 * A copy of plain JSON in which every text is redacted, and every number whose text is a secret is the text
 * `[secret]`. Keys stay as they are. However large the data is, all of it is gone through. An object of a class
 * comes out as its own fields: for what was thrown or logged there is {@link redactError}, which takes any value.
 *
 * @throws RangeError if the data refers to itself.
 */
export function redactData<Value>(value: Value, redactor: Pick<Redactor, "redact">): Value {
  return copyOf(value, redactor) as Value;
}

function copyOf(value: unknown, redactor: Pick<Redactor, "redact">): unknown {
  if (typeof value === "string") return redactor.redact(value);
  if (typeof value === "number" || typeof value === "bigint") return redactNumber(value, redactor);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item, redactor));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, redactor)]));
}
