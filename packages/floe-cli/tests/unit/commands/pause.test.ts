import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pause } from "../../../src/commands/pause.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("pause", () => {
  test("pause answers true once the time has passed, and not before", async () => {
    const { signal } = new AbortController();
    const paused = vi.fn();
    const done = pause(5000, signal).then(paused);
    await vi.advanceTimersByTimeAsync(4999);
    expect(paused).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(paused).toHaveBeenCalledWith(true);
  });

  test("pause answers false as soon as the signal is aborted, and leaves no timer", async () => {
    const controller = new AbortController();
    const paused = pause(5000, controller.signal);
    controller.abort();
    expect(await paused).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("pause waits for nothing under a signal that is aborted", async () => {
    expect(await pause(5000, AbortSignal.abort())).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("pause leaves no listener on the signal", async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");
    const paused = pause(1, signal);
    await vi.advanceTimersByTimeAsync(1);
    await paused;
    expect(remove).toHaveBeenCalledWith("abort", add.mock.calls[0]?.[1]);
  });
});
