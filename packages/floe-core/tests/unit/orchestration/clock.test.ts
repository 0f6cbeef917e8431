import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../../../src/orchestration/clock.ts";

describe("systemClock", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5, 6) }));
  afterEach(() => vi.useRealTimers());

  test("tells the time in UTC", () => {
    expect(systemClock.now()).toBe("2026-01-02T03:04:05.006Z");
  });

  test("measures what has passed even when the time is set back", () => {
    const start = systemClock.elapsedMs();
    vi.advanceTimersByTime(250);
    vi.setSystemTime(0);
    expect(systemClock.elapsedMs() - start).toBe(250);
  });
});
