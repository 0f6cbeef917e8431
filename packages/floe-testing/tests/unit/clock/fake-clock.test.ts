import { PluginRegistry } from "floe-core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeClock, installedClock } from "../../../src/clock/fake-clock.ts";
import { mockDiscovery } from "../../../src/discovery/mock-discovery.ts";
import { fakeClass, type FakeOptionsOf } from "../../../src/fakes/fake-plugin.ts";

/** What a clock may put something else in place of. */
function globals(): readonly unknown[] {
  return [setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, Date, performance, AbortSignal.timeout, queueMicrotask];
}

const REAL = globals();

afterEach(() => {
  expect(globals()).toEqual(REAL);
  expect(installedClock()).toBeUndefined();
});

const never = (): Promise<never> => new Promise(() => undefined);

/** A registry with its own limits, and one plugin. */
function registryOf(options: FakeOptionsOf<"floe.computes">): PluginRegistry {
  const table = { "floe.computes": { slow: fakeClass("floe.computes", options) } };
  const registry = new PluginRegistry({ sources: [mockDiscovery(table)] });
  registry.discoverAll();
  return registry;
}

/** Moves time to 1 ms before the limit, expects `work` to be pending, moves on to the limit, and answers with the work. */
async function endsAt<Value>(limitMs: number, work: Promise<Value>): Promise<Value> {
  const clock = installedClock();
  const ended = vi.fn();
  work.then(ended, ended);
  await clock?.tick(limitMs - 1);
  expect(ended).not.toHaveBeenCalled();
  await clock?.tick(1);
  expect(ended).toHaveBeenCalledOnce();
  return work;
}

describe("fakeClock", () => {
  test("fakeClock moves setTimeout, setInterval, Date, performance and AbortSignal.timeout, each to the millisecond", async () => {
    using clock = fakeClock({ now: 1000 });
    const began = performance.now();
    const seen: [string, number][] = [];
    setTimeout(() => seen.push(["timeout", Date.now()]), 30);
    setInterval(() => seen.push(["interval", performance.now() - began]), 20);
    const signal = AbortSignal.timeout(25);
    signal.addEventListener("abort", () => seen.push(["abort", Date.now()]));
    await clock.tick(39);
    expect(seen).toEqual([["interval", 20], ["abort", 1025], ["timeout", 1030]]);
    expect(signal.reason).toMatchObject({ name: "TimeoutError" });
    await clock.tick(1);
    expect(seen.at(-1)).toEqual(["interval", 40]);
    expect([clock.now, Date.now(), new Date().toISOString()]).toEqual([1040, 1040, "1970-01-01T00:00:01.040Z"]);
  });

  test("fakeClock lets time stand still on the first of January 2000, unless it is told another time", () => {
    {
      using clock = fakeClock();
      expect(new Date(clock.now).toISOString()).toBe("2000-01-01T00:00:00.000Z");
    }
    const now = new Date("2026-01-02T03:04:05.678Z");
    using clock = fakeClock({ now });
    expect([clock.now, Date.now()]).toEqual([now.getTime(), now.getTime()]);
  });

  test("fakeClock does what a timer sets going in promises before the next timer", async () => {
    using clock = fakeClock();
    const seen: string[] = [];
    setTimeout(() => void Promise.resolve().then(() => Promise.resolve()).then(() => seen.push("promise")), 1);
    setTimeout(() => seen.push("timer"), 2);
    await clock.tick(2);
    expect(seen).toEqual(["promise", "timer"]);
  });

  test("fakeClock puts the real timers back where the block ends, twice too, and drops what is pending", async () => {
    const late = vi.fn();
    const clock = fakeClock();
    expect(globals().filter((value, index) => value !== REAL[index])).toHaveLength(7);
    setTimeout(late, 0);
    clock[Symbol.dispose]();
    clock[Symbol.dispose]();
    expect(globals()).toEqual(REAL);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(late).not.toHaveBeenCalled();
  });

  test("fakeClock of an earlier test does not take the clock of a later one away", () => {
    const earlier = fakeClock();
    earlier[Symbol.dispose]();
    using later = fakeClock();
    earlier[Symbol.dispose]();
    expect(installedClock()).toBe(later);
  });

  test("fakeClock refuses where time is faked already, by itself or by the runner", () => {
    {
      using clock = fakeClock();
      expect(() => fakeClock()).toThrow("Cannot fake the clock: it is faked already");
      expect(installedClock()).toBe(clock);
    }
    vi.useFakeTimers();
    try {
      expect(() => fakeClock()).toThrow("Cannot fake the clock: it is faked already");
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("fakeClock and the limits of a registry", () => {
  test("fakeClock frees the caller of a start after 30 s, and aborts the plugin's signal", async () => {
    using clock = fakeClock();
    let signal: AbortSignal | undefined;
    const registry = registryOf({
      startup: (context) => {
        ({ signal } = context);
        return never();
      },
    });
    const report = await endsAt(30_000, registry.activateAll());
    expect(report).toMatchObject({ ok: false, plugins: [{ error: { code: "FLOE_PLUGIN_TIMEOUT", limitMs: 30_000 }, durationMs: 30_000 }] });
    expect(signal?.aborted).toBe(true);
    expect(clock.now - Date.parse(report.startedAt)).toBe(30_000);
  });

  test("fakeClock frees the caller of a stop after 30 s", async () => {
    using _clock = fakeClock();
    const registry = registryOf({ shutdown: never });
    await registry.activateAll();
    const report = await endsAt(30_000, registry.shutdownAll());
    expect(report).toMatchObject({ ok: false, plugins: [{ error: { code: "FLOE_PLUGIN_TIMEOUT", limitMs: 30_000 } }] });
  });

  test("fakeClock frees the caller of a health check after 5 s", async () => {
    using _clock = fakeClock();
    const registry = registryOf({ healthCheck: never });
    await registry.activateAll();
    const report = await endsAt(5000, registry.healthCheckAll());
    expect(report).toMatchObject({ overall: "unhealthy", plugins: [{ status: { details: { reason: "timeout", limitMs: 5000 } } }] });
  });

  test("fakeClock frees the caller of a load after 30 s, where a module never finishes evaluating", async () => {
    using _clock = fakeClock();
    const registry = new PluginRegistry({
      sources: [mockDiscovery({ "floe.computes": { slow: { load: never } } })],
    });
    registry.discoverAll();
    await expect(endsAt(30_000, registry.get("floe.computes", "slow"))).rejects.toMatchObject({ code: "FLOE_PLUGIN_LOAD", stage: "import" });
  });

  test("fakeClock frees callers at the limit of their call, where it has one", async () => {
    using _clock = fakeClock();
    const registry = registryOf({ healthCheck: never, shutdown: never });
    const slow = registryOf({ startup: never });
    await expect(endsAt(70, slow.activate("floe.computes", "slow", { timeoutMs: 70 }))).rejects.toMatchObject({ limitMs: 70 });
    await registry.activateAll();
    expect(await endsAt(80, registry.healthCheck("floe.computes", "slow", { timeoutMs: 80 }))).toMatchObject({ state: "unhealthy" });
    expect(await endsAt(90, registry.shutdownAll({ timeoutMs: 90 }))).toMatchObject({ ok: false });
  });
});
