/** A copy of plain data in which `redact` has been over every text; keys stay as they are. */
export function redactJson<Value>(value: Value, redact: (text: string) => string): Value {
  return copyOf(value, redact) as Value;
}

function copyOf(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item, redact));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, redact)]));
}
