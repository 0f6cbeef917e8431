import { silentLogger } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { audited } from "../../src/audit.ts";
import { auditEvents } from "../support/audit-events.ts";
import { recordingLogger } from "../support/recording-logger.ts";

describe("audited", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-01-02T03:04:05.678Z"), toFake: ["Date"] });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test("answers what the work answers, and leaves one event on the channel and in the log", async () => {
    const events = auditEvents();
    const logger = recordingLogger();
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    const answer = await audited({ operation: "get", path: "a/b", logger }, async () => "hunter2", () => "found");
    const event = {
      time: "2026-01-02T03:04:05.678Z",
      requester: `process ${process.pid} of user 1000`,
      path: "a/b",
      operation: "get",
      result: "found",
    };
    expect(answer).toBe("hunter2");
    expect(events).toEqual([event]);
    expect(logger.lines).toEqual([{ level: "info", message: "secrets audit", fields: event }]);
  });

  test("leaves an event of what failed too, without the error, and passes the error on", async () => {
    const events = auditEvents();
    const error = new Error("hunter2");
    const work = audited({ operation: "set", path: "a", logger: silentLogger }, () => Promise.reject(error), () => "stored");
    await expect(work).rejects.toBe(error);
    expect(events).toMatchObject([{ operation: "set", path: "a", result: "failed" }]);
    expect(JSON.stringify(events)).not.toContain("hunter2");
  });

  test("names the process alone where users have no numbers", async () => {
    const events = auditEvents();
    const getuid = Object.getOwnPropertyDescriptor(process, "getuid");
    Object.defineProperty(process, "getuid", { configurable: true, value: undefined });
    try {
      await audited({ operation: "list", path: "", logger: silentLogger }, async () => [], () => "listed");
    } finally {
      if (getuid !== undefined) Object.defineProperty(process, "getuid", getuid);
    }
    expect(events).toMatchObject([{ requester: `process ${process.pid}` }]);
  });
});
