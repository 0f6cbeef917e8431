import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pause } from "../../../src/run/pause.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("pause lasts as long as it is told, and not less", async () => {
  const ended = vi.fn();
  const paused = pause(1_000).then(ended);
  await vi.advanceTimersByTimeAsync(999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await paused;
  expect(ended).toHaveBeenCalledOnce();
});

test("pause ends when its signal is aborted, without a throw and without a timer", async () => {
  const controller = new AbortController();
  const paused = pause(1_000, controller.signal);
  controller.abort();
  await paused;
  await pause(1_000, controller.signal);
  expect(vi.getTimerCount()).toBe(0);
});
