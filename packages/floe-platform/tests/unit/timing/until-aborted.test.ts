import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { untilAborted } from "../../../src/timing/until-aborted.ts";

describe(untilAborted.name, () => {
  test("untilAborted gives what the work comes to, and leaves no listener behind", async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve(7), signal)).toBe(7);
    await expect(untilAborted(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("untilAborted rejects with the signal's reason, before or while the work goes on", async () => {
    const reason = new Error("enough");
    const never = new Promise(() => {});
    await expect(untilAborted(never, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const outcome = expect(untilAborted(never, controller.signal)).rejects.toBe(reason);
    controller.abort(reason);
    await outcome;
  });

  test("untilAborted drops a failure that comes too late", async () => {
    let fail = (_: Error): void => {};
    const work = new Promise<never>((_, reject) => {
      fail = reject;
    });
    await expect(untilAborted(work, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    fail(new Error("late"));
    await Promise.resolve();
  });
});
