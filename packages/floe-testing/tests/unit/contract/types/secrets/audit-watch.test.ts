import { channel } from "node:diagnostics_channel";
import { expect, test } from "vitest";
import { auditEventsOf } from "../../../../../src/contract/types/secrets/audit-watch.ts";
import { collectingLogger } from "../../../../../src/registry/collecting-logger.ts";

const event = { time: "2024-01-01T00:00:00Z", requester: "process 1", path: "a", operation: "get", result: "found" };

test("auditEventsOf collects what is published while the work runs, and nothing before or after", async () => {
  const audit = channel("floe.secrets.audit");
  audit.publish({ ...event, path: "before" });
  const events = await auditEventsOf(() => [], async () => {
    audit.publish(event);
    audit.publish({ something: "else" });
  });
  audit.publish({ ...event, path: "after" });
  expect(events).toEqual([event]);
});

test("auditEventsOf collects lines of the log that have the fields of an audit event", async () => {
  const { logger, logs } = collectingLogger();
  logger.info("before", event);
  const events = await auditEventsOf(() => logs, async () => {
    logger.info("secrets audit", event);
    logger.info("no audit", { path: "a" });
  });
  expect(events).toEqual([event]);
});

test("auditEventsOf listens no longer when the work fails", async () => {
  const failing = auditEventsOf(() => [], () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(channel("floe.secrets.audit").hasSubscribers).toBe(false);
});
