import type { ComputePlugin, ComputeSession } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askEngine } from "../../../src/orchestration/ask-engine.ts";
import { recordingLogger, transform } from "../../support/orchestration.ts";

interface Script {
  readonly tables?: NonNullable<ComputePlugin["getReferencedTables"]>;
  readonly columnLineage?: NonNullable<ComputeSession["getColumnLineage"]>;
}

async function askAbout({ tables, columnLineage }: Script, signal = new AbortController().signal) {
  const compute = tables === undefined ? {} : { getReferencedTables: tables };
  const session = columnLineage === undefined ? {} : { getColumnLineage: columnLineage };
  const logger = recordingLogger();
  const mask = (text: string): string => text.replaceAll("hunter2", "[secret]");
  return { logger, answer: askEngine(transform("a"), { compute, session, signal, logger, mask }) };
}

const never = (): Promise<never> => new Promise(() => undefined);

const untilAborted = (_sql: string, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<never> =>
  new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

describe("askEngine", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("asks for the tables and the columns of the transform's own SQL", async () => {
    const columnLineage = [{ column: "x", inputs: [] }];
    const { answer } = await askAbout({
      tables: async (sql) => [`tables of ${sql}`],
      columnLineage: async () => columnLineage,
    });
    expect(await answer).toEqual({ tables: ["tables of SELECT 'a'"], columnLineage });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leaves out what the engine does not offer", async () => {
    const { logger, answer } = await askAbout({});
    expect(await answer).toEqual({ tables: undefined, columnLineage: undefined });
    expect(logger.lines).toEqual([]);
  });

  test("leaves out what the engine fails at, whatever it throws, and logs it without secrets", async () => {
    const { logger, answer } = await askAbout({
      tables: () => {
        throw new Error("no parser for hunter2");
      },
      columnLineage: async () => null,
    });
    expect(await answer).toEqual({ tables: undefined, columnLineage: null });
    expect(logger.lines).toMatchObject([
      { level: "debug", fields: { transform: "a", reason: "no parser for [secret]" } },
    ]);
  });

  test.each([
    ["heeds", untilAborted],
    ["ignores", never],
  ])("waits no longer than five seconds for an engine that %s its signal", async (_what, columnLineage) => {
    const { logger, answer } = await askAbout({ tables: async () => ["t"], columnLineage });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(logger.lines).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual({ tables: ["t"], columnLineage: undefined });
    expect(logger.lines).toMatchObject([{ fields: { reason: "no answer within 5000 ms" } }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ["heeds", untilAborted],
    ["ignores", never],
  ])("stops asking an engine that %s its signal when the run is cancelled", async (_what, columnLineage) => {
    const controller = new AbortController();
    const { answer } = await askAbout({ tables: never, columnLineage }, controller.signal);
    controller.abort(new Error("enough"));
    expect(await answer).toEqual({ tables: undefined, columnLineage: undefined });
    expect(vi.getTimerCount()).toBe(0);
  });
});
