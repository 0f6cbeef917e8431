/**
 * A copy of a report or an event in which `redact` has been over every text. Keys stay as they are, and so do
 * numbers: they are durations and counts, one of which may well read like a short secret.
 */
export function redactJson<Value>(value: Value, redact: (text: string) => string): Value {
  return copyOf(value, redact) as Value;
}

function copyOf(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item, redact));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, redact)]));
}
