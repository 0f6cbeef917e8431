import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withinLimit } from "../../../src/timing/within-limit.ts";

const limit = { ms: 1_000, error: () => new Error("too late") };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe(withinLimit.name, () => {
  test("withinLimit gives what the work comes to, and leaves no timer behind", async () => {
    expect(await withinLimit(limit, async (signal) => signal.aborted)).toBe(false);
    await expect(withinLimit(limit, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("withinLimit rejects at the limit and aborts the work", async () => {
    let given: AbortSignal | undefined;
    const outcome = expect(
      withinLimit(limit, (signal) => {
        given = signal;
        return new Promise(() => {});
      }),
    ).rejects.toThrow("too late");
    await vi.advanceTimersByTimeAsync(1_000);
    await outcome;
    expect(given?.aborted).toBe(true);
  });

  test("withinLimit gives up with the caller's signal", async () => {
    const controller = new AbortController();
    const outcome = expect(withinLimit({ ...limit, signal: controller.signal }, () => new Promise(() => {}))).rejects.toThrow("enough");
    controller.abort(new Error("enough"));
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });
});
