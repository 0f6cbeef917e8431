import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../../../src/serve/clock.ts";

const start = new Date("2026-01-01T00:00:00Z");
const inDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A wait: when and with what it ended; undefined while it goes on. */
interface Wait {
  endedAt: Date | undefined;
  hasCome: boolean | undefined;
}

function waitFor(time: Date, signal = new AbortController().signal): Wait {
  const wait: Wait = { endedAt: undefined, hasCome: undefined };
  void systemClock.waitUntil(time, signal).then((hasCome) => {
    wait.endedAt = systemClock.now();
    wait.hasCome = hasCome;
  });
  return wait;
}

describe("systemClock", () => {
  test("now is this machine's time", () => {
    expect(systemClock.now()).toEqual(start);
  });

  test("waitUntil ends when the time has come, not before, and leaves no timer", async () => {
    const wait = waitFor(new Date("2026-01-01T00:00:20Z"));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(wait.endedAt).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(wait).toEqual({ endedAt: new Date("2026-01-01T00:00:20Z"), hasCome: true });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waitUntil ends at once for a time that has passed", async () => {
    const wait = waitFor(inDays(-1));
    await vi.advanceTimersByTimeAsync(0);
    expect(wait.endedAt).toEqual(start);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waitUntil waits longer than a timer can, which would end at once", async () => {
    const wait = waitFor(inDays(30));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wait.endedAt).toBeUndefined();
    vi.setSystemTime(inDays(30).getTime() - 20_000);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(wait.endedAt).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.endedAt).toEqual(inDays(30));
  });

  test("waitUntil notices within 15 seconds that the clock has moved on without its timer", async () => {
    const wait = waitFor(inDays(1));
    vi.setSystemTime(inDays(2));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(wait.endedAt).toBeDefined();
  });

  test("waitUntil goes on where the clock was set back", async () => {
    const wait = waitFor(new Date("2026-01-01T00:00:10Z"));
    vi.setSystemTime(inDays(-1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wait.endedAt).toBeUndefined();
  });

  test("waitUntil ends at once when it is aborted, and leaves neither timer nor listener", async () => {
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const wait = waitFor(inDays(1), controller.signal);
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(wait).toEqual({ endedAt: new Date("2026-01-01T00:00:01Z"), hasCome: false });
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledTimes(1);
  });

  test("waitUntil does not begin where it is aborted already", async () => {
    const wait = waitFor(inDays(1), AbortSignal.abort());
    await vi.advanceTimersByTimeAsync(0);
    expect(wait).toEqual({ endedAt: start, hasCome: false });
  });
});
