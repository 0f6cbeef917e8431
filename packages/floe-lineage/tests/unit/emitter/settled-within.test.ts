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
