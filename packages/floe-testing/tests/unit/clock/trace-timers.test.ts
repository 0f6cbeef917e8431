import { AsyncLocalStorage, createHook } from "node:async_hooks";
import { describe, expect, onTestFinished, test } from "vitest";
import { fakeClock } from "../../../src/clock/fake-clock.ts";

interface Seen {
  readonly hasRef: () => boolean;
}

/** The timers that `async_hooks` tells of while `set` runs. */
function seenWhile(set: () => void): readonly Seen[] {
  const seen: Seen[] = [];
  const init = (_id: number, type: string, _trigger: number, resource: object): void => {
    if (type === "Timeout") seen.push(resource as Seen);
  };
  const hook = createHook({ init }).enable();
  onTestFinished(() => void hook.disable());
  set();
  hook.disable();
  return seen;
}

describe("traceTimers", () => {
  test("traceTimers shows each timer to async_hooks, as one that keeps the process alive until it ran or was cleared", async () => {
    using clock = fakeClock();
    const timers: NodeJS.Timeout[] = [];
    const seen = seenWhile(() => {
      timers.push(setTimeout(() => undefined, 10), setTimeout(() => undefined, 99), setInterval(() => undefined, 10));
    });
    const alive = (): readonly boolean[] => seen.map((timer) => timer.hasRef());
    expect(alive()).toEqual([true, true, true]);
    await clock.tick(10);
    expect(alive()).toEqual([false, true, true]);
    clearTimeout(timers[1]);
    timers[2]?.unref();
    expect(alive()).toEqual([false, false, false]);
    timers[2]?.ref();
    expect(alive()).toEqual([false, false, true]);
  });

  test("traceTimers runs a timer in the context of whoever set it, with its arguments", async () => {
    using clock = fakeClock();
    const context = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    context.run("inside", () => setTimeout((...args: readonly number[]) => seen.push(context.getStore(), ...args), 10, 1, 2));
    await context.run("outside", () => clock.tick(10));
    expect(seen).toEqual(["inside", 1, 2]);
  });

  test("traceTimers refuses what cannot be called at once, as Node does", () => {
    using _clock = fakeClock();
    const set = setTimeout as (callback: unknown, ms: number) => unknown;
    expect(() => set("text", 1)).toThrow(expect.objectContaining({ code: "ERR_INVALID_ARG_TYPE" }));
  });
});
