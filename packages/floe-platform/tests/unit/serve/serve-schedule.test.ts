import { silentLogger, type ActivationReport, type RunResult } from "floe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadPlatform } from "../../../src/platform/load-platform.ts";
import type { Platform } from "../../../src/platform/platform.ts";
import { systemClock } from "../../../src/serve/clock.ts";
import { serveSchedule, type ServeParts } from "../../../src/serve/serve-schedule.ts";
import type { ServeEvent } from "../../../src/serve/serve-event.ts";
import { FakeCompute, fakeRegistry, type Journal } from "../../support/fake-plugins.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const MINUTE = 60_000;
const start = new Date("2026-01-01T05:58:30Z");
const startup: ActivationReport = { ok: true, startedAt: "", durationMs: 0, plugins: [] };
const result: RunResult = { runId: "run-1", status: "succeeded", startedAt: "", finishedAt: "", steps: [] };

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Serves a schedule of every minute in UTC, unless told otherwise, and writes down what happens. */
function serve(overrides: Partial<ServeParts> = {}): { lines: () => string[]; end: () => Promise<void>; hasEnded: () => boolean } {
  const controller = new AbortController();
  const events: Exclude<ServeEvent, { type: "ready" }>[] = [];
  let hasEnded = false;
  const serving = serveSchedule({
    schedule: { cron: "* * * * *", timezone: "UTC" },
    startup,
    run: async () => result,
    lastRunAt: undefined,
    signal: controller.signal,
    onEvent: (event) => {
      if (event.type !== "ready") events.push(event);
    },
    logger: silentLogger,
    ...overrides,
  }).finally(() => {
    hasEnded = true;
  });
  return {
    lines: () => events.splice(0).map(lineOf),
    end: async () => {
      controller.abort();
      await vi.advanceTimersByTimeAsync(0);
      await serving;
    },
    hasEnded: () => hasEnded,
  };
}

function lineOf(event: Exclude<ServeEvent, { type: "ready" }>): string {
  const at = event.at.slice(11, 19);
  switch (event.type) {
    case "scheduled":
      return `${at} next ${event.next.slice(5, 16).replace("T", " ")}`;
    case "missed": {
      const since = event.since === undefined ? "" : ` since ${event.since.slice(11, 19)}`;
      return `${at} missed ${event.count}${event.hasMore ? "+" : ""} ${event.reason} ${event.first.slice(11, 16)}-${event.last.slice(11, 16)}${since}`;
    }
    case "started":
    case "progress":
    case "failed":
    case "finished":
      return `${at} ${event.type} ${event.due.slice(11, 16)}`;
  }
}

/** A run that goes on until it is told to end. */
function lastingRun(): { run: ServeParts["run"]; end: () => void; signals: (AbortSignal | undefined)[] } {
  const signals: (AbortSignal | undefined)[] = [];
  let end = (): void => {};
  return {
    signals,
    end: () => end(),
    run: ({ signal }) => {
      signals.push(signal);
      return new Promise((resolve) => {
        end = () => resolve(result);
        signal?.addEventListener("abort", () => resolve({ ...result, status: "cancelled" }));
      });
    },
  };
}

describe("serveSchedule", () => {
  test("serveSchedule runs whenever a time comes, and tells of the next", async () => {
    const { lines, end } = serve();
    expect(lines()).toEqual(["05:58:30 next 01-01 05:59"]);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(lines()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(lines()).toEqual(["05:59:00 started 05:59", "05:59:00 next 01-01 06:00", "05:59:00 finished 05:59"]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(lines()).toEqual(["06:00:00 started 06:00", "06:00:00 next 01-01 06:01", "06:00:00 finished 06:00"]);
    await end();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(lines()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("serveSchedule says first how the plugins started", async () => {
    const events: ServeEvent[] = [];
    const { end } = serve({ onEvent: (event) => events.push(event) });
    await end();
    expect(events).toEqual([
      { type: "ready", at: start.toISOString(), startup },
      { type: "scheduled", at: start.toISOString(), next: "2026-01-01T05:59:00.000Z" },
    ]);
  });

  test("serveSchedule keeps to the schedule's time zone", async () => {
    const { lines, end } = serve({ schedule: { cron: "30 7 * * *", timezone: "Europe/Berlin" } });
    expect(lines()).toEqual(["05:58:30 next 01-01 06:30"]);
    await end();
  });

  test("serveSchedule waits for months", async () => {
    const { lines, end } = serve({ schedule: { cron: "0 6 1 4 *", timezone: "UTC" } });
    expect(lines()).toEqual(["05:58:30 next 04-01 06:00"]);
    vi.setSystemTime(new Date("2026-04-01T05:59:44Z"));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(lines()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lines().slice(0, 1)).toEqual(["06:00:00 started 06:00"]);
    await end();
  });

  test("serveSchedule does not run beside a run that goes on, but misses it and says so", async () => {
    const { run, end: endRun, signals } = lastingRun();
    const { lines, end } = serve({ run });
    await vi.advanceTimersByTimeAsync(30_000);
    lines();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(lines()).toEqual([
      "06:00:00 missed 1 still-running 06:00-06:00 since 05:59:00",
      "06:00:00 next 01-01 06:01",
      "06:01:00 missed 1 still-running 06:01-06:01 since 05:59:00",
      "06:01:00 next 01-01 06:02",
    ]);
    endRun();
    await vi.advanceTimersByTimeAsync(0);
    // What was missed is not made up for.
    expect(lines()).toEqual(["06:01:00 finished 05:59"]);
    expect(signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(lines()).toEqual(["06:02:00 started 06:02", "06:02:00 next 01-01 06:03"]);
    await end();
  });

  test("serveSchedule goes on after a run that could not be run", async () => {
    const { lines, end } = serve({ run: () => Promise.reject(new Error("boom")) });
    await vi.advanceTimersByTimeAsync(30_000 + MINUTE);
    expect(lines().filter((line) => line.includes("failed"))).toEqual(["05:59:00 failed 05:59", "06:00:00 failed 06:00"]);
    await end();
  });

  test("serveSchedule says what it missed while the clock went on without it, and runs none of it", async () => {
    const { lines, end } = serve({ schedule: { cron: "0 * * * *", timezone: "UTC" } });
    lines();
    vi.setSystemTime(new Date("2026-01-01T09:10:00Z"));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(lines()).toEqual(["09:10:15 missed 4 asleep 06:00-09:00", "09:10:15 next 01-01 10:00"]);
    await end();
  });

  test("serveSchedule runs what is due when it wakes up, and counts no more than 1,000 of the rest", async () => {
    const { lines, end } = serve();
    lines();
    vi.setSystemTime(new Date("2026-01-03T08:59:50Z"));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(lines()).toEqual([
      "09:00:05 missed 1000+ asleep 05:59-22:38",
      "09:00:05 next 01-03 09:00",
      "09:00:05 started 09:00",
      "09:00:05 next 01-03 09:01",
      "09:00:05 finished 09:00",
    ]);
    await end();
  });

  test.each([
    ["30 seconds", 30_000, "05:59:30 started 05:59"],
    ["more", 30_001, "05:59:30 missed 1 asleep 05:59-05:59"],
  ])("serveSchedule takes %s late for what it is", async (_, late, line) => {
    let now = start;
    const clock: ServeParts["clock"] = {
      now: () => now,
      waitUntil: async (time, signal) => {
        if (now > start) return systemClock.waitUntil(time, signal);
        now = new Date(time.getTime() + late);
        return true;
      },
    };
    const { lines, end } = serve({ clock });
    await vi.advanceTimersByTimeAsync(0);
    expect(lines()).toContain(line);
    await end();
  });

  test("serveSchedule repeats no run where the clock is set back", async () => {
    const { lines, end } = serve();
    await vi.advanceTimersByTimeAsync(30_000);
    lines();
    vi.setSystemTime(new Date("2026-01-01T05:50:00Z"));
    await vi.advanceTimersByTimeAsync(9 * MINUTE + 30_000);
    expect(lines()).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lines().slice(0, 1)).toEqual(["06:00:00 started 06:00"]);
    await end();
  });

  test("serveSchedule says at the start what was missed since the last run", async () => {
    const lastRunAt = new Date("2026-01-01T05:55:00.040Z");
    const { lines, end } = serve({ lastRunAt });
    expect(lines()).toEqual(["05:58:30 missed 3 not-serving 05:56-05:58 since 05:55:00", "05:58:30 next 01-01 05:59"]);
    await end();
  });

  test.each([
    ["nothing was missed since the last run", new Date("2026-01-01T05:58:00Z")],
    ["the last run lies ahead", new Date("2027-01-01T00:00:00Z")],
  ])("serveSchedule says nothing where %s", async (_, lastRunAt) => {
    const { lines, end } = serve({ lastRunAt });
    expect(lines()).toEqual(["05:58:30 next 01-01 05:59"]);
    await end();
  });

  test("serveSchedule, ended, cancels the run that goes on and waits for it", async () => {
    const { run, signals } = lastingRun();
    const { lines, end, hasEnded } = serve({ run });
    await vi.advanceTimersByTimeAsync(30_000);
    lines();
    expect(hasEnded()).toBe(false);
    await end();
    expect(signals[0]?.aborted).toBe(true);
    expect(lines()).toEqual(["05:59:00 finished 05:59"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("serveSchedule, ended, does not resolve before a run that takes its time", async () => {
    let endRun = (): void => {};
    const run: ServeParts["run"] = () =>
      new Promise((resolve) => {
        endRun = () => resolve(result);
      });
    const { end, hasEnded } = serve({ run });
    await vi.advanceTimersByTimeAsync(30_000);
    const ending = end();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(hasEnded()).toBe(false);
    endRun();
    await ending;
    expect(hasEnded()).toBe(true);
  });

  test("serveSchedule does nothing where it is ended already", async () => {
    const { lines, hasEnded } = serve({ signal: AbortSignal.abort() });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(hasEnded()).toBe(true);
    expect(lines()).toEqual([]);
  });

  test("serveSchedule logs what its listener throws, and goes on", async () => {
    const warn = vi.fn();
    const run = vi.fn(async () => result);
    const onEvent = (): never => {
      throw new Error("boom");
    };
    const { end } = serve({ onEvent, run, logger: { ...silentLogger, warn } });
    await vi.advanceTimersByTimeAsync(30_000 + MINUTE);
    expect(run).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledWith("The listener of a schedule threw; serving goes on.", {
      event: "ready",
      error: new Error("boom"),
    });
    await end();
  });

  test("serveSchedule leaves nothing on its signal, however many runs there are", async () => {
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, "addEventListener");
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const run = vi.fn(async () => result);
    serve({ signal: controller.signal, run });
    await vi.advanceTimersByTimeAsync(500 * MINUTE);
    expect(run).toHaveBeenCalledTimes(500);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});

describe("Platform.serve", () => {
  const minutely = { cron: "* * * * *" };

  function load(journal: Journal, schedule?: { cron: string }, compute?: FakeCompute): Promise<Platform> {
    const cwd = temporaryFolder();
    const product = { name: "flights", plugins: { compute: "duckdb" }, transforms: [{ name: "raw", sql: "SELECT 1" }] };
    const registry = fakeRegistry({ cwd, journal, ...(compute && { compute }) });
    return loadPlatform(schedule === undefined ? product : { ...product, schedule }, { cwd, registry });
  }

  /** Serves, and answers when an event of the type comes next. */
  function serving(platform: Platform, signal?: AbortSignal): { until: (type: ServeEvent["type"]) => Promise<void>; ended: Promise<void> } {
    const waiting = new Map<string, () => void>();
    const ended = platform.serve({ signal, onEvent: ({ type }) => waiting.get(type)?.() });
    return { ended, until: (type) => new Promise((resolve) => void waiting.set(type, resolve)) };
  }

  test.each(["its signal", "stop"])("serve keeps the plugins up between runs until it is ended by %s", async (how) => {
    const journal: Journal = [];
    const platform = await load(journal, minutely);
    const controller = new AbortController();
    const { until, ended } = serving(platform, how === "stop" ? undefined : controller.signal);
    await until("scheduled");
    expect(journal.sort()).toEqual(["duckdb:startup", "local:startup"]);
    for (const _ of [1, 2]) {
      const finished = until("finished");
      await vi.advanceTimersByTimeAsync(MINUTE);
      await finished;
    }
    expect(journal.slice(2)).toEqual(["local:run", "local:run"]);
    if (how === "stop") await platform.stop();
    else controller.abort();
    await ended;
    await platform.stop();
    expect(journal.slice(4).sort()).toEqual(["duckdb:shutdown", "local:shutdown"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("serve refuses a product without a schedule before anything is started", async () => {
    const journal: Journal = [];
    const platform = await load(journal);
    await expect(platform.serve()).rejects.toMatchObject({ code: "FLOE_PLATFORM_INVALID", problems: [{ path: "schedule" }] });
    expect(journal).toEqual([]);
  });

  test("serve ends with its error where a required plugin does not start", async () => {
    class Broken extends FakeCompute {
      override startup(): Promise<void> {
        return Promise.reject(new Error("port taken"));
      }
    }
    const platform = await load([], minutely, new Broken());
    await expect(platform.serve()).rejects.toThrow("port taken");
  });
});
