import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { LogLine } from "../../../registry/collecting-logger.ts";

/** What was left behind by one use of a secret. */
export type AuditEvent = Readonly<Record<string, unknown>>;

/** The neutral place for audit events, on `node:diagnostics_channel`. */
const CHANNEL = "floe.secrets.audit";

/** The members that every audit event has. */
const MEMBERS = ["time", "requester", "path", "operation", "result"] as const;

/**
 * Collects audit events while `work` runs. A plugin leaves them on the diagnostics channel `floe.secrets.audit`, or
 * else as the fields of a line in its host's log: an object with `time`, `requester`, `path`, `operation`, `result`.
 */
export async function auditEventsOf(logs: () => readonly LogLine[], work: () => Promise<unknown>): Promise<readonly AuditEvent[]> {
  const published: unknown[] = [];
  const listener = (message: unknown): void => void published.push(message);
  const before = logs().length;
  subscribe(CHANNEL, listener);
  try {
    await work();
  } finally {
    unsubscribe(CHANNEL, listener);
  }
  const logged = logs().slice(before).map(({ fields }) => fields);
  return [...published, ...logged].filter(isAuditEvent);
}

function isAuditEvent(value: unknown): value is AuditEvent {
  return typeof value === "object" && value !== null && MEMBERS.every((member) => typeof Reflect.get(value, member) === "string");
}
