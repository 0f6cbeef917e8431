import { createRequire } from "node:module";
import type * as FakeTimers from "@sinonjs/fake-timers";
import { fakeAbortTimeout } from "./fake-abort-timeout.ts";
import { traceTimers } from "./trace-timers.ts";

/** How a fake clock starts. */
export interface FakeClockOptions {
  /** The time it shows at first, in milliseconds since 1970 or as a date. Default: 2000-01-01T00:00:00.000Z. */
  readonly now?: number | Date;
}

/** Time that stands still until it is moved. */
export interface FakeClock extends Disposable {
  /** The time it shows, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Moves time on by `ms`. Timers that are due run in order, each at its time, and what they set going in
   * promises is done before the next one; after that the call resolves. What waits for something real, such
   * as a file, a socket or a module that is imported, is not waited for.
   */
  tick(ms: number): Promise<void>;
  /** Puts the real timers back. Fake ones that are still pending will never run. Safe twice. */
  [Symbol.dispose](): void;
}

let installed: FakeClock | undefined;

/** The fake clock that is in force; undefined while time is real. */
export function installedClock(): FakeClock | undefined {
  return installed;
}

/**
 * Stops time in this process: `setTimeout`, `setInterval`, `Date`, `performance` and `AbortSignal.timeout`, and so
 * every limit of a registry and its plugins. `setImmediate`, `process.nextTick` and microtasks stay real, since
 * files and sockets need them. No runner is needed; where yours has fake timers, they reach the same limits.
 *
 * @throws Error if time is faked already, by this or by the runner.
 * @example
 * ```ts
 * import { PluginRegistry } from "floe-core";
 * import { fakeClass, fakeClock } from "floe-testing";
 *
 * using clock = fakeClock();
 * const Hanging = fakeClass("floe.computes", { name: "slow", startup: () => new Promise(() => undefined) });
 * const registry = new PluginRegistry({ sources: [] });
 * registry.register("floe.computes", new Hanging());
 * const activating = registry.activateAll();
 * await clock.tick(30_000); // the limit of a start
 * console.log((await activating).plugins[0]?.error?.code); // FLOE_PLUGIN_TIMEOUT
 * ```
 */
export function fakeClock({ now = Date.UTC(2000, 0, 1) }: FakeClockOptions = {}): FakeClock {
  // The mark of the library below, which runners use as well.
  if (Reflect.get(Date, "isFake") === true) throw new Error("Cannot fake the clock: it is faked already");
  const clock = loadLibrary()
    .withGlobal(globalThis)
    .install({ now, toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  const restoreAbortTimeout = fakeAbortTimeout(clock);
  const untraceTimers = traceTimers(clock);
  const fake: FakeClock = {
    get now() {
      return clock.now;
    },
    async tick(ms) {
      await clock.tickAsync(ms);
    },
    [Symbol.dispose]() {
      if (installed !== fake) return;
      installed = undefined;
      untraceTimers();
      restoreAbortTimeout();
      clock.uninstall();
    },
  };
  installed = fake;
  return fake;
}

/** Loaded when a clock is asked for: most tests need none. */
function loadLibrary(): typeof FakeTimers {
  return createRequire(import.meta.url)("@sinonjs/fake-timers") as typeof FakeTimers;
}
