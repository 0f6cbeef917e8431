import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PluginStartupError } from "../../../src/errors/plugin-startup-error.ts";
import { PluginTimeoutError } from "../../../src/errors/plugin-timeout-error.ts";
import { silentLogger } from "../../../src/logger.ts";
import { HookScope, runHook, type HookLimit } from "../../../src/registry/run-hook.ts";
import { deferred } from "../../support/deferred.ts";
import { flush, isPending } from "../../support/flush.ts";

const OVERRUN = new PluginTimeoutError({ plugin: "floe.secrets:a", hook: "startup", limitMs: 100 });
const GIVEN_UP = new PluginStartupError({ plugin: "floe.secrets:a", reason: "given up" });

function within(ms: number): HookLimit {
  return { ms, overrun: () => OVERRUN };
}

function newScope(): HookScope {
  return new HookScope(silentLogger);
}

describe("HookScope", () => {
  test("HookScope.signal is one signal, not aborted at first", () => {
    const scope = newScope();
    expect(scope.signal.aborted).toBe(false);
    expect(scope.signal).toBe(scope.signal);
  });

  test("HookScope.abort aborts the signal with the reason, and only the first call counts", () => {
    const scope = newScope();
    const { signal } = scope;
    scope.abort(GIVEN_UP);
    scope.abort(OVERRUN);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe(GIVEN_UP);
    expect(scope.reason).toBe(GIVEN_UP);
  });

  test("HookScope.signal is aborted already when it is first read after the abort", () => {
    const scope = newScope();
    scope.abort(GIVEN_UP);
    expect(scope.signal.aborted).toBe(true);
    expect(scope.signal.reason).toBe(GIVEN_UP);
  });

  test("HookScope.context hands out signal and logger, and nothing to give the hook up by", () => {
    const scope = newScope();
    const context = scope.context();
    expect(Object.keys(context)).toStrictEqual(["logger", "signal"]);
    expect(context.signal).toBe(scope.signal);
    expect(context.logger).toBe(silentLogger);
  });
});

describe("runHook", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("runHook answers at once when the hook does", () => {
    expect(runHook(() => 5, newScope(), within(100))).toStrictEqual({ kind: "done", value: 5 });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runHook takes a synchronous throw for an outcome", () => {
    const error = new Error("at once");
    const hook = (): never => {
      throw error;
    };
    expect(runHook(hook, newScope(), within(100))).toStrictEqual({ kind: "threw", error });
  });

  test("runHook waits for a promise and leaves no timer behind", async () => {
    const gate = deferred<string>();
    const outcome = runHook(() => gate.promise, newScope(), within(100));
    expect(vi.getTimerCount()).toBe(1);
    gate.resolve("late");
    expect(await outcome).toStrictEqual({ kind: "done", value: "late" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runHook takes a rejection for an outcome, whatever is rejected with", async () => {
    expect(await runHook(() => Promise.reject(undefined), newScope(), within(100))).toStrictEqual({
      kind: "threw",
      error: undefined,
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runHook waits for a thenable that is no promise", async () => {
    const thenable: PromiseLike<number> = {
      then: (resolve) => Promise.resolve(resolve?.(5)) as never,
    };
    expect(await runHook(() => thenable, newScope(), within(100))).toStrictEqual({ kind: "done", value: 5 });
  });

  test("runHook takes a thenable whose then throws, or cannot even be read, for a throw", async () => {
    const error = new Error("hostile");
    const throwing = {
      then(): never {
        throw error;
      },
    };
    const unreadable = {
      get then(): never {
        throw error;
      },
    };
    expect(await runHook(() => throwing as PromiseLike<never>, newScope(), within(100))).toStrictEqual({ kind: "threw", error });
    expect(await runHook(() => unreadable as PromiseLike<never>, newScope(), within(100))).toStrictEqual({
      kind: "threw",
      error,
    });
  });

  test.each([null, undefined, { then: 5 }, () => undefined])("runHook takes %o for an answer, not for a promise", (value) => {
    expect(runHook(() => value, newScope(), within(100))).toStrictEqual({ kind: "done", value });
  });

  test("runHook frees its caller at the limit, not before, and aborts the signal with the error", async () => {
    const gate = deferred();
    const scope = newScope();
    const outcome = Promise.resolve(runHook(() => gate.promise, scope, within(100)));
    await vi.advanceTimersByTimeAsync(99);
    expect(await isPending(outcome)).toBe(true);
    expect(scope.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ kind: "overran", reason: OVERRUN });
    expect(scope.signal.reason).toBe(OVERRUN);
  });

  test.each(["resolves", "rejects"])("runHook's settled tells when an overrun hook %s, and never rejects", async (how) => {
    const gate = deferred();
    const scope = newScope();
    const running = runHook(() => gate.promise, scope, within(100));
    await vi.advanceTimersByTimeAsync(100);
    const outcome = await running;
    if (outcome.kind !== "overran") throw new Error("it should have overrun");
    expect(await isPending(outcome.settled)).toBe(true);
    if (how === "resolves") gate.resolve();
    else gate.reject(new Error("late"));
    expect(await outcome.settled).toBeUndefined();
  });

  test("runHook frees its caller when the scope is aborted, and stops the clock", async () => {
    const scope = newScope();
    const outcome = runHook(() => new Promise(() => undefined), scope, within(100));
    scope.abort(GIVEN_UP);
    expect(await outcome).toMatchObject({ kind: "overran", reason: GIVEN_UP });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("runHook does not call the hook when its scope is aborted already", async () => {
    const scope = newScope();
    scope.abort(GIVEN_UP);
    const hook = vi.fn();
    const outcome = await runHook(hook, scope, within(100));
    expect(outcome).toMatchObject({ kind: "overran", reason: GIVEN_UP });
    expect(hook).not.toHaveBeenCalled();
    if (outcome.kind === "overran") expect(await outcome.settled).toBeUndefined();
  });

  test("runHook frees its caller when the hook gave itself up before it returned", async () => {
    const scope = newScope();
    const hook = (): Promise<never> => {
      scope.abort(GIVEN_UP);
      return new Promise(() => undefined);
    };
    expect(await runHook(hook, scope, within(100))).toMatchObject({ kind: "overran", reason: GIVEN_UP });
  });

  test.each([2 ** 31, Number.POSITIVE_INFINITY])("runHook sets no timer for %d ms, which none could hold", async (ms) => {
    const gate = deferred();
    const outcome = Promise.resolve(runHook(() => gate.promise, newScope(), within(ms)));
    expect(vi.getTimerCount()).toBe(0);
    expect(await isPending(outcome)).toBe(true);
    gate.resolve();
    expect(await outcome).toMatchObject({ kind: "done" });
  });

  test("runHook sets a timer for the longest that one can hold", async () => {
    const gate = deferred();
    const outcome = Promise.resolve(runHook(() => gate.promise, newScope(), within(2 ** 31 - 1)));
    expect(vi.getTimerCount()).toBe(1);
    gate.resolve();
    await outcome;
  });

  test("runHook waits without end when there is no limit", async () => {
    const gate = deferred();
    const outcome = Promise.resolve(runHook(() => gate.promise, newScope()));
    expect(vi.getTimerCount()).toBe(0);
    gate.resolve();
    await flush();
    expect(await outcome).toMatchObject({ kind: "done" });
  });

  test("runHook lets one scope serve several hooks, one after the other", async () => {
    const scope = newScope();
    await runHook(() => Promise.resolve(1), scope, within(100));
    const second = runHook(() => new Promise(() => undefined), scope, within(100));
    scope.abort(GIVEN_UP);
    expect(await second).toMatchObject({ kind: "overran", reason: GIVEN_UP });
  });
});
