import type { ShutdownReport } from "floe-core";
import { describe, expect, test } from "vitest";
import { untilStopped } from "../../../src/commands/until-stopped.ts";
import { contextOf } from "../../support/context.ts";
import { shutdown } from "../../support/results.ts";

const reason = new Error("interrupted");

/** A platform that notes its stops, and stops when it is told to. */
function stoppable(stop: () => Promise<ShutdownReport> = async () => shutdown) {
  const stops: string[] = [];
  const controller = new AbortController();
  const platform = {
    stop: () => {
      stops.push("stop");
      return stop();
    },
  };
  return { platform, stops, controller, context: contextOf({}, controller.signal) };
}

describe("untilStopped", () => {
  test("untilStopped does the work, then stops the platform, and has the report of it", async () => {
    const { platform, stops, context } = stoppable();
    const order: unknown[] = [];
    const done = await untilStopped(platform, context, async (orStopped) => {
      order.push(await orStopped(Promise.resolve(1)), [...stops]);
      return "result";
    });
    expect(done).toEqual({ result: "result", shutdown });
    expect([order, stops]).toEqual([[1, []], ["stop"]]);
  });

  test("untilStopped stops the platform when the work fails, and passes the failure on", async () => {
    const { platform, stops, context } = stoppable();
    await expect(untilStopped(platform, context, () => Promise.reject(new Error("boom")))).rejects.toThrow("boom");
    expect(stops).toEqual(["stop"]);
  });

  test("untilStopped begins nothing under a signal that is aborted", async () => {
    const { platform, stops } = stoppable();
    const work = (): Promise<never> => Promise.reject(new Error("begun"));
    await expect(untilStopped(platform, contextOf({}, AbortSignal.abort(reason)), work)).rejects.toBe(reason);
    expect(stops).toEqual([]);
  });

  test("untilStopped stops at once when the signal is aborted, and gives up a call that takes no notice of it", async () => {
    const { platform, stops, controller, context } = stoppable();
    const seen: unknown[] = [];
    const done = untilStopped(platform, context, async (orStopped) => {
      try {
        await orStopped(new Promise(() => {}));
      } catch (error) {
        seen.push(error, [...stops]);
        throw error;
      }
    });
    controller.abort(reason);
    expect(stops).toEqual(["stop"]);
    await expect(done).rejects.toBe(reason);
    expect(seen).toEqual([reason, ["stop"]]);
    expect(stops).toEqual(["stop"]);
  });

  test("untilStopped keeps the result of a call that gives up while the platform stops", async () => {
    let end = (_: string): void => {};
    const call = new Promise<string>((resolve) => {
      end = resolve;
    });
    const { platform, controller, context } = stoppable(async () => {
      end("cancelled");
      return shutdown;
    });
    const done = untilStopped(platform, context, async (orStopped) => {
      const result = await orStopped(call.then(async (text) => text).then(async (text) => text));
      // Whatever it takes to pass it on.
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      return result;
    });
    controller.abort(reason);
    expect(await done).toEqual({ result: "cancelled", shutdown });
  });

  test("untilStopped passes on that the platform cannot be stopped", async () => {
    const { platform, controller, context } = stoppable(() => Promise.reject(new Error("stuck")));
    const done = untilStopped(platform, context, (orStopped) => orStopped(new Promise(() => {})));
    controller.abort(reason);
    await expect(done).rejects.toThrow("stuck");
  });
});
