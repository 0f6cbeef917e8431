import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { onTestFinished } from "vitest";

/** Every audit event from now until the test is over. */
export function auditEvents(): readonly unknown[] {
  const events: unknown[] = [];
  const keep = (event: unknown): void => {
    events.push(event);
  };
  subscribe("floe.secrets.audit", keep);
  onTestFinished(() => {
    unsubscribe("floe.secrets.audit", keep);
  });
  return events;
}
