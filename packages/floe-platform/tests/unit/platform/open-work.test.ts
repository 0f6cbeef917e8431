import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OpenWork } from "../../../src/platform/open-work.ts";

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("OpenWork", () => {
  test("track gives back what the work gives and forgets it", async () => {
    const runs = new OpenWork();
    expect(await runs.track(undefined, async () => 7)).toBe(7);
    await expect(runs.track(undefined, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await runs.abortAll(1000)).toBe(0);
  });

  test("track passes the caller's own abort on", async () => {
    const caller = new AbortController();
    const running = new OpenWork().track(caller.signal, untilAborted);
    const outcome = expect(running).rejects.toThrow("enough");
    caller.abort(new Error("enough"));
    await outcome;
  });

  test("abortAll aborts every run and waits for it", async () => {
    const runs = new OpenWork();
    const outcomes = [runs.track(undefined, untilAborted), runs.track(new AbortController().signal, untilAborted)].map((run) =>
      expect(run).rejects.toThrow("The platform is stopping."),
    );
    expect(await runs.abortAll(1000)).toBe(0);
    await Promise.all(outcomes);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("abortAll waits no longer than it is told and says how many are left", async () => {
    const runs = new OpenWork();
    void runs.track(undefined, () => new Promise(() => {}));
    const left = runs.abortAll(1000);
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await left).toBe(1);
  });

  test("isGoingOn holds for what was not aborted, though it has not ended", async () => {
    const work = new OpenWork();
    expect(work.isGoingOn).toBe(false);
    const running = work.track(undefined, untilAborted).catch((error: unknown) => error);
    expect(work.isGoingOn).toBe(true);
    const aborted = work.abortAll(1000);
    expect(work.isGoingOn).toBe(false);
    await Promise.all([running, aborted]);
  });
});
