import type { LineageEvent } from "floe-core";

/** Members that say nothing of a user's and that a consumer could not read if a short secret happened to be in them. */
const KEPT = new Set(["eventType", "eventTime", "runId", "producer", "schemaURL", "_producer", "_schemaURL"]);

/** A copy of an event with every text in it masked, names of members included: a column may be named after anything. */
export function redactEvent(event: LineageEvent, redact: (text: string) => string): LineageEvent {
  return redactMembers(event, redact) as LineageEvent;
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact));
  return typeof value === "object" && value !== null ? redactMembers(value, redact) : value;
}

function redactMembers(object: object, redact: (text: string) => string): object {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]: [string, unknown]) =>
      KEPT.has(key) ? [key, value] : [redact(key), redactValue(value, redact)],
    ),
  );
}
