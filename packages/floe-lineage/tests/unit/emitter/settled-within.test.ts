import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settledWithin } from "../../../src/emitter/settled-within.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("settledWithin says whether the work was in time, and leaves no timer behind", async () => {
  expect(await settledWithin(Promise.resolve(), 10)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  const late = settledWithin(new Promise(() => undefined), 10);
  await vi.advanceTimersByTimeAsync(10);
  expect(await late).toBe(false);
});

const never = new Promise(() => undefined);

/** How many milliseconds `settledWithin` waits for what never ends, if the signal is aborted after `abortAfterMs`. */
async function waitedFor(limitMs: number, abortAfterMs: number): Promise<number> {
  const controller = new AbortController();
  if (abortAfterMs === 0) controller.abort();
  else setTimeout(() => controller.abort(), abortAfterMs);
  const start = performance.now();
  const waiting = settledWithin(never, limitMs, controller.signal).then(() => performance.now() - start);
  await vi.runAllTimersAsync();
  return waiting;
}

test("settledWithin waits a second at most from the moment the signal is aborted, and never beyond its limit", async () => {
  expect(await waitedFor(5_000, 0)).toBe(1_000);
  expect(await waitedFor(5_000, 300)).toBe(1_300);
  expect(await waitedFor(5_000, 4_500)).toBe(5_000);
  expect(await waitedFor(100, 0)).toBe(100);
});

test("settledWithin leaves nothing behind that listens or waits, aborted or not", async () => {
  const controller = new AbortController();
  expect(await settledWithin(Promise.resolve(), 10, controller.signal)).toBe(true);
  controller.abort();
  expect(vi.getTimerCount()).toBe(0);
  expect(await settledWithin(Promise.resolve(), 10, controller.signal)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
