import { silentLogger } from "floe-core";
import { describe, expect, test } from "vitest";
import { LossReport } from "../../../src/emitter/loss-report.ts";
import { recordingLogger } from "../../support/recording-logger.ts";

describe("LossReport", () => {
  test("says the first of several failures at once, and again after a success", () => {
    const logger = recordingLogger();
    const losses = new LossReport("http://h/", logger);
    losses.failed("the server answered 503");
    losses.failed("the server answered 503");
    expect(logger.lines).toEqual(["warn: Cannot send lineage to http://h/: the server answered 503. The job goes on."]);
    losses.delivered();
    losses.failed("no connection");
    expect(logger.lines).toHaveLength(2);
  });

  test("says the first dropped event at once, and everything in numbers at the end, once", () => {
    const logger = recordingLogger();
    const losses = new LossReport("console", logger);
    losses.dropped();
    losses.dropped();
    losses.failed("the transport failed");
    losses.skipped();
    losses.late();
    losses.report();
    losses.report();
    expect(logger.lines).toEqual([
      "warn: Lineage for console comes faster than it can be sent: the oldest events are dropped.",
      "warn: Cannot send lineage to console: the transport failed. The job goes on.",
      "warn: Lineage at console is incomplete. Events: 1 could not be sent, 1 not tried after that, 2 dropped from a full queue, 1 given up at the time limit.",
    ]);
  });

  test("says nothing where nothing was lost", () => {
    const logger = recordingLogger();
    new LossReport("console", logger).report();
    expect(logger.lines).toEqual([]);
  });

  test("says once that an event came after the end", () => {
    const logger = recordingLogger();
    const losses = new LossReport("console", logger);
    losses.afterEnd();
    losses.afterEnd();
    expect(logger.lines).toEqual(["warn: Lineage for console came after its end: it is not sent."]);
  });

  test("survives a logger that throws", () => {
    const warn = (): never => {
      throw new Error("closed pipe");
    };
    expect(() => new LossReport("console", { ...silentLogger, warn }).failed("x")).not.toThrow();
  });
});
