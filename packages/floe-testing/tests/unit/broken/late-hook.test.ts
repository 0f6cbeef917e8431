import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterAbort, DEAF_MS, forever, regardless } from "../../../src/broken/late-hook.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether the promise settles within an hour of fake time. */
async function settles(promise: Promise<unknown>): Promise<boolean> {
  let isSettled = false;
  void promise.then(() => {
    isSettled = true;
  });
  await vi.advanceTimersByTimeAsync(3_600_000);
  return isSettled;
}

test("afterAbort settles after its signal was aborted, and not before", async () => {
  const controller = new AbortController();
  const late = afterAbort(controller.signal);
  expect(await settles(late)).toBe(false);
  controller.abort();
  expect(await settles(late)).toBe(true);
});

test("afterAbort settles for a signal that was aborted before", async () => {
  expect(await settles(afterAbort(AbortSignal.abort()))).toBe(true);
});

test("forever does not settle, and holds no timer", async () => {
  const never = forever();
  expect(vi.getTimerCount()).toBe(0);
  expect(await settles(never)).toBe(false);
});

test("regardless settles by itself after the time it is given", async () => {
  const done = regardless(1000);
  expect(vi.getTimerCount()).toBe(1);
  expect(await settles(done)).toBe(true);
});

test("DEAF_MS is longer than a signal may take, and no hang", () => {
  expect(DEAF_MS).toBeGreaterThan(1000);
  expect(DEAF_MS).toBeLessThan(2000);
});
