import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pause } from "../../../src/transport/pause.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("pause resolves after the time and no sooner", async () => {
  const waited = vi.fn();
  const waiting = pause(100, undefined).then(waited);
  await vi.advanceTimersByTimeAsync(99);
  expect(waited).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(waited).toHaveBeenCalledOnce();
});

test("pause ends with the signal's reason, at once where it is aborted already, and leaves no timer", async () => {
  const reason = new Error("enough");
  await expect(pause(100, AbortSignal.abort(reason))).rejects.toBe(reason);
  const controller = new AbortController();
  const waiting = pause(100, controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test("pause is over for good: an abort after it changes nothing", async () => {
  const controller = new AbortController();
  const waiting = pause(100, controller.signal);
  await vi.advanceTimersByTimeAsync(100);
  controller.abort(new Error("late"));
  await expect(waiting).resolves.toBeUndefined();
});
