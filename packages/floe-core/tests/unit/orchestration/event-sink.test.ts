import type { RunEvent } from "floe-core";
import { describe, expect, test } from "vitest";
import { eventSink } from "../../../src/orchestration/event-sink.ts";
import { recordingLogger, settled } from "../../support/orchestration.ts";

const started: RunEvent = { type: "run-started", runId: "r1", at: "", steps: [] };
const finished: RunEvent = { type: "run-finished", runId: "r1", at: "", status: "succeeded" };

describe("eventSink", () => {
  test("delivers at once and in order", () => {
    const seen: string[] = [];
    const emit = eventSink([(event) => void seen.push(event.type)], recordingLogger());
    emit(started);
    emit(finished);
    expect(seen).toEqual(["run-started", "run-finished"]);
  });

  test("tells every listener that there is, and the next one when one of them throws", async () => {
    const seen: string[] = [];
    const broken = (): never => {
      throw new Error("broken listener");
    };
    const logger = recordingLogger();
    eventSink([undefined, () => seen.push("a"), broken, () => seen.push("b")], logger)(started);
    await settled();
    expect(seen).toEqual(["a", "b"]);
    expect(logger.lines).toHaveLength(1);
  });

  test.each([
    [
      "throws",
      (): void => {
        throw new Error("broken listener");
      },
    ],
    ["rejects", (): Promise<never> => Promise.reject(new Error("broken listener"))],
  ])("logs a listener that %s, and goes on", async (_how, listener: () => unknown) => {
    const logger = recordingLogger();
    const emit = eventSink([() => listener() as undefined], logger);
    emit(started);
    emit(finished);
    await settled();
    expect(logger.lines).toMatchObject([
      { level: "warn", fields: { event: "run-started", runId: "r1", error: { message: "broken listener" } } },
      { level: "warn", fields: { event: "run-finished" } },
    ]);
  });
});
