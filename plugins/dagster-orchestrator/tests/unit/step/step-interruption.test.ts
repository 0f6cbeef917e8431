import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { StepInterruption } from "../../../src/step/step-interruption.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const watched = Object.assign(new EventEmitter(), { ppid: 100 });
  return { watched, interruption: new StepInterruption(watched) };
}

describe("StepInterruption", () => {
  test("is none before anything happens", () => {
    const { interruption } = watch();
    vi.advanceTimersByTime(60_000);
    expect([interruption.signal.aborted, interruption.exitCode]).toEqual([false, undefined]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])("is made by %s, with code %i", (signal, code) => {
    const { watched, interruption } = watch();
    watched.emit(signal);
    expect(interruption.signal.reason).toEqual(new Error(`interrupted by ${signal}`));
    expect(interruption.exitCode).toBe(code);
  });

  test("is made by the end of the parent, within a second", () => {
    const { watched, interruption } = watch();
    watched.ppid = 1;
    vi.advanceTimersByTime(1_000);
    expect(interruption.signal.reason).toEqual(new Error("the process that started it is gone"));
    expect(interruption.exitCode).toBe(130);
  });

  test("stays what it was first", () => {
    const { watched, interruption } = watch();
    watched.emit("SIGTERM");
    watched.emit("SIGINT");
    expect(interruption.exitCode).toBe(143);
  });
});
