import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PluginError } from "../../../src/errors/plugin-error.ts";
import { PluginStartupError } from "../../../src/errors/plugin-startup-error.ts";
import type { PluginContext } from "../../../src/plugin/plugin-context.ts";
import type { StartupContext } from "../../../src/plugin/plugin-metadata.ts";
import type { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { deferred } from "../../support/deferred.ts";
import { FakeSecrets, fakeSecrets, SECRETS, type FakeBehaviour } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush, isPending } from "../../support/flush.ts";
import { publishedOn } from "../../support/published-on.ts";
import { thrownBy } from "../../support/thrown-by.ts";

const unhandled = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
  unhandled.mockClear();
  process.on("unhandledRejection", unhandled);
});

afterEach(async () => {
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

/** A registry with one plugin, `a`, and the list of its lifecycle calls. */
function single(behaviour: FakeBehaviour = {}, limit = 1000): { registry: PluginRegistry; calls: string[] } {
  const calls: string[] = [];
  const registry = registered([fakeSecrets("a", { ...behaviour, calls })], {
    startupTimeoutMs: limit,
    shutdownTimeoutMs: limit,
  });
  return { registry, calls };
}

function startFailure(registry: PluginRegistry): Promise<PluginError> {
  return thrownBy(() => registry.activate(SECRETS, "a"));
}

function hookFailure(registry: PluginRegistry): Promise<PluginStartupError> {
  return thrownBy(() => registry.activate(SECRETS, "a"), PluginStartupError);
}

describe("activate: the hook", () => {
  test("activate goes from loaded through starting to active, and the call resolves when it is", async () => {
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise });
    const activated = registry.activate(SECRETS, "a");
    await flush();
    expect(registry.state(SECRETS, "a")).toBe("starting");
    expect(await isPending(activated)).toBe(true);
    gate.resolve();
    await activated;
    expect(registry.state(SECRETS, "a")).toBe("active");
    expect(calls).toStrictEqual(["start a"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("activate loads a discovered plugin first", async () => {
    const registry = discovered([{ name: "a" }]);
    await registry.activate(SECRETS, "a");
    expect(registry.state(SECRETS, "a")).toBe("active");
    expect(registry.find(SECRETS, "a")).toBeInstanceOf(FakeSecrets);
  });

  test("activate hands the hook its signal, the guarded logger and its dependencies, active", async () => {
    let given: StartupContext | undefined;
    const warn = vi.fn(() => {
      throw new Error("the logger is broken");
    });
    const logger = { debug: warn, info: warn, warn, error: warn };
    const needed = fakeSecrets("needed");
    const dependencies = ["needed", { name: "extra", optional: true }, { name: "absent", optional: true }];
    const startup = (context: StartupContext): void => {
      given = context;
      context.logger.warn("hello");
    };
    const registry = registered([fakeSecrets("a", { dependencies, startup }), needed, fakeSecrets("extra")], { logger });
    await registry.activate(SECRETS, "a");
    expect(given?.signal.aborted).toBe(false);
    expect(warn).toHaveBeenCalledWith("hello");
    expect([...(given?.dependencies.keys() ?? [])].sort()).toStrictEqual(["floe.secrets:extra", "floe.secrets:needed"]);
    expect(given?.dependencies.get("floe.secrets:needed")).toBe(needed);
  });

  test("activate leaves an optional dependency that failed out of the hook's dependencies", async () => {
    let given: StartupContext | undefined;
    const startup = (context: StartupContext): void => void (given = context);
    const broken = fakeSecrets("broken", { startup: () => Promise.reject(new Error("broken")) });
    const registry = registered([fakeSecrets("a", { dependencies: [{ name: "broken", optional: true }], startup }), broken]);
    await registry.activate(SECRETS, "a");
    expect(registry.state(SECRETS, "a")).toBe("active");
    expect(given?.dependencies.size).toBe(0);
  });

  test("activate configures with {} what never was configured, and leaves a configuration alone", async () => {
    const parse = vi.fn((input: unknown) => ({ success: true, data: { ...(input as object), seen: true } }) as const);
    const behaviour = { schema: () => ({ safeParse: parse }) };
    const fresh = single(behaviour).registry;
    await fresh.activate(SECRETS, "a");
    expect(parse).toHaveBeenCalledExactlyOnceWith({});
    expect(fresh.getConfig(SECRETS, "a")).toStrictEqual({ seen: true });

    const configured = single(behaviour).registry;
    await configured.configure(SECRETS, "a", { path: "/data" });
    await configured.activate(SECRETS, "a");
    expect(configured.getConfig(SECRETS, "a")).toStrictEqual({ path: "/data", seen: true });
    expect(parse).toHaveBeenCalledTimes(2);
  });

  test("activate fails with the configuration's error, and calls no hook", async () => {
    const issues = [{ code: "invalid_type", path: ["path"], message: "Required" }];
    const { registry, calls } = single({ schema: () => ({ safeParse: () => ({ success: false, error: { issues } }) }) });
    const error = await startFailure(registry);
    expect(error.code).toBe("FLOE_PLUGIN_CONFIGURATION");
    expect(error.message).toBe("Cannot configure plugin floe.secrets:a: path: Required");
    expect(registry.state(SECRETS, "a")).toBe("failed");
    expect(registry.getConfig(SECRETS, "a")).toBeUndefined();
    expect(calls).toStrictEqual([]);
  });

  test("activate fails with the load's error", async () => {
    const registry = discovered([{ name: "a", load: () => null }]);
    const error = await startFailure(registry);
    expect(error.code).toBe("FLOE_PLUGIN_LOAD");
    expect(await thrownBy(() => registry.get(SECRETS, "a"))).toBe(error);
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("activate refuses a key that several packages offer", async () => {
    const registry = discovered([{ name: "a" }, { name: "a", package: { name: "other", path: "/other" } }]);
    expect((await startFailure(registry)).code).toBe("FLOE_PLUGIN_DUPLICATE");
  });

  test("activate takes a thenable for a promise", async () => {
    const gate = deferred();
    const { registry } = single({ startup: () => ({ then: gate.promise.then.bind(gate.promise) }) });
    const activated = registry.activate(SECRETS, "a");
    expect(await isPending(activated)).toBe(true);
    gate.resolve();
    await activated;
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate publishes floe.start once per start, with the error of one that failed", async () => {
    const broken = single({ startup: () => Promise.reject(new Error("no")) }).registry;
    let error: PluginError | undefined;
    const events = await publishedOn("floe.start", async () => {
      await single().registry.activate(SECRETS, "a");
      error = await startFailure(broken);
    });
    expect(events).toStrictEqual([
      { key: "floe.secrets:a", durationMs: 0 },
      { key: "floe.secrets:a", durationMs: 0, error: error?.toJSON() },
    ]);
  });
});

describe("activate: a hook that throws", () => {
  const cause = new Error("no such host");

  test.each([
    ["at once", () => { throw cause; }],
    ["later", () => Promise.reject(cause)],
    ["through a thenable", () => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(cause) })],
  ])("activate rejects with a PluginStartupError when the hook throws %s, and cleans up once", async (_, startup) => {
    const { registry, calls } = single({ startup });
    const error = await hookFailure(registry);
    expect(error.message).toBe("Cannot start plugin floe.secrets:a: no such host");
    expect(error.cause).toBe(cause);
    expect(error.cleanupFailure).toBeUndefined();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
    await registry.shutdownAll();
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("activate rejects after the clean-up is done, not before", async () => {
    const gate = deferred();
    const { registry } = single({ startup: () => Promise.reject(cause), shutdown: () => gate.promise });
    const failed = hookFailure(registry);
    expect(await isPending(failed)).toBe(true);
    gate.resolve();
    expect((await failed).cause).toBe(cause);
  });

  test("activate does not mistake a time-out error of the plugin's own for its limit", async () => {
    const own = new DOMException("connect took too long", "TimeoutError");
    const { registry } = single({ startup: () => Promise.reject(own) });
    const error = await hookFailure(registry);
    expect(error.code).toBe("FLOE_PLUGIN_STARTUP");
    expect(error.cause).toBe(own);
  });

  test("activate keeps what went wrong in the clean-up beside the cause", async () => {
    const shutdown = (): never => {
      throw new Error("socket stuck");
    };
    const { registry } = single({ startup: () => Promise.reject(cause), shutdown });
    const error = await hookFailure(registry);
    expect(error.cause).toBe(cause);
    expect(error.cleanupFailure).toBe("Cannot stop plugin floe.secrets:a: socket stuck");
    expect(error.message).toContain("no such host; its shutdown then failed too:");
  });

  test("activate bounds the clean-up, and the next start waits for its end", async () => {
    const gates = [deferred()];
    const startup = vi.fn().mockRejectedValueOnce(cause).mockResolvedValue(undefined);
    const { registry, calls } = single({ startup, shutdown: () => gates.pop()?.promise });
    const failed = hookFailure(registry);
    const [gate] = gates;
    await vi.advanceTimersByTimeAsync(1000);
    expect((await failed).cleanupFailure).toContain("shutdown was not done within 1000 ms");
    const again = registry.activate(SECRETS, "a");
    expect(await isPending(again)).toBe(true);
    gate?.resolve();
    await again;
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate tries again from failed, and forgets the failure when it succeeds", async () => {
    const startup = vi.fn().mockRejectedValueOnce(cause).mockResolvedValue(undefined);
    const { registry, calls } = single({ startup });
    await hookFailure(registry);
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
    expect((await registry.healthCheckAll()).plugins[0]).not.toHaveProperty("error");
  });
});

describe("activate: a hook that overruns", () => {
  test("activate frees its caller at the limit and not before, with a PluginTimeoutError", async () => {
    const { registry } = single({ startup: () => new Promise(() => undefined) }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(99);
    expect(await isPending(failed)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    const error = await failed;
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT", plugin: "floe.secrets:a", hook: "startup", limitMs: 100 });
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("activate aborts the hook's signal with the very error that its caller gets", async () => {
    const signals: AbortSignal[] = [];
    const startup = ({ signal }: PluginContext): Promise<never> => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const { registry } = single({ startup }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    expect(signals[0]?.reason).toBe(await failed);
  });

  test.each(["resolves", "rejects"])("activate disposes of a start that %s late by exactly one shutdown", async (how) => {
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    expect(calls).toStrictEqual(["start a"]);
    if (how === "resolves") gate.resolve();
    else gate.reject(new Error("too late"));
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
    expect((await registry.shutdownAll()).plugins).toStrictEqual([]);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("shutdownAll before the late end calls the one shutdown at once", async () => {
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    const report = await registry.shutdownAll();
    expect(report).toMatchObject({ ok: true, plugins: [{ key: "floe.secrets:a", state: "stopped" }] });
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect((await registry.shutdownAll()).plugins).toStrictEqual([]);
    gate.resolve();
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test("shutdownAll during the late disposal waits for it and calls nothing twice", async () => {
    const [started, stopped] = [deferred(), deferred()];
    const { registry, calls } = single({ startup: () => started.promise, shutdown: () => stopped.promise }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    started.resolve();
    await flush();
    const report = registry.shutdownAll();
    expect(await isPending(report)).toBe(true);
    stopped.resolve();
    expect((await report).ok).toBe(true);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("shutdownAll reports a disposal that fails", async () => {
    const shutdown = (): never => {
      throw new Error("socket stuck");
    };
    const { registry } = single({ startup: () => new Promise(() => undefined), shutdown }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    const report = await registry.shutdownAll();
    expect(report.ok).toBe(false);
    expect(report.plugins[0]).toMatchObject({ state: "failed", error: { code: "FLOE_PLUGIN_SHUTDOWN" } });
  });

  test("activate waits for the leftover before it starts the plugin again", async () => {
    const gates = [deferred(), deferred()] as const;
    const startup = vi.fn().mockReturnValueOnce(gates[0].promise).mockReturnValueOnce(gates[1].promise);
    const { registry, calls } = single({ startup }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    const again = registry.activate(SECRETS, "a");
    await flush();
    expect(calls).toStrictEqual(["start a"]);
    gates[0].resolve();
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
    gates[1].resolve();
    await again;
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate waits for the leftover's shutdown as well when that overruns in turn", async () => {
    const [started, stopped] = [deferred(), deferred()];
    const startup = vi.fn().mockReturnValueOnce(started.promise).mockReturnValue(undefined);
    const shutdown = vi.fn().mockReturnValueOnce(stopped.promise).mockReturnValue(undefined);
    const { registry, calls } = single({ startup, shutdown }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    started.resolve();
    await vi.advanceTimersByTimeAsync(100);
    const again = registry.activate(SECRETS, "a", { timeoutMs: 50_000 });
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    stopped.resolve();
    await again;
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
  });

  test("activate gives a leftover that never ends up at its own limit", async () => {
    const { registry, calls } = single({ startup: () => new Promise(() => undefined) }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    const again = startFailure(registry);
    expect(await isPending(again)).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect((await again).code).toBe("FLOE_PLUGIN_TIMEOUT");
    expect(calls).toStrictEqual(["start a"]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("activate fails a stopped plugin again whose leftover does not end", async () => {
    const { registry } = single({ startup: () => new Promise(() => undefined) }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    await registry.shutdownAll();
    expect(registry.state(SECRETS, "a")).toBe("stopped");
    const again = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await again;
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("activate never gives up within an infinite limit", async () => {
    const gate = deferred();
    const { registry } = single({ startup: () => gate.promise }, Number.POSITIVE_INFINITY);
    const activated = registry.activate(SECRETS, "a");
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(await isPending(activated)).toBe(true);
    gate.resolve();
    await activated;
  });

  test("activate's own limit holds for the hook instead of the registry's", async () => {
    const { registry } = single({ startup: () => new Promise(() => undefined) }, 100);
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { timeoutMs: 10 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await failed).toMatchObject({ limitMs: 10 });
  });

  test("activate's own limit holds for loading too, which goes on behind it", async () => {
    const gate = deferred<unknown>();
    const registry = discovered([{ name: "a", load: () => gate.promise }], { startupTimeoutMs: 100 });
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { timeoutMs: 10 }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await failed).toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT", limitMs: 10 });
    expect(registry.state(SECRETS, "a")).toBe("loading");
    gate.resolve(FakeSecrets);
    await flush();
    expect(registry.state(SECRETS, "a")).toBe("loaded");
    await registry.activate(SECRETS, "a");
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate ends with the load's error when a module never finishes evaluating", async () => {
    const registry = discovered([{ name: "a", load: () => new Promise(() => undefined) }], { startupTimeoutMs: 100 });
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    expect((await failed).code).toBe("FLOE_PLUGIN_LOAD");
  });

  test.each([0, -1, Number.NaN])("activate refuses the limit %d with a RangeError before anything happens", async (timeoutMs) => {
    const { registry, calls } = single();
    await expect(registry.activate(SECRETS, "a", { timeoutMs })).rejects.toThrow(RangeError);
    await expect(registry.activateAll({ timeoutMs })).rejects.toThrow(RangeError);
    expect(calls).toStrictEqual([]);
    await registry.activate(SECRETS, "a");
    await expect(registry.activate(SECRETS, "a", { timeoutMs })).rejects.toThrow(RangeError);
  });
});

describe("activate: concurrency", () => {
  test("activate shares one start among concurrent callers, and a call on an active plugin is idempotent", async () => {
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise });
    const all = [registry.activate(SECRETS, "a"), registry.activate(SECRETS, "a"), registry.activateAll()];
    await flush();
    expect(calls).toStrictEqual(["start a"]);
    gate.resolve();
    await Promise.all(all);
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start a"]);
  });

  test("activate shares one failure among concurrent callers", async () => {
    const { registry, calls } = single({ startup: () => Promise.reject(new Error("no")) });
    const [one, two] = await Promise.all([startFailure(registry), startFailure(registry)]);
    expect(one).toBe(two);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("activate while stopping waits for the end of the stop, then starts again", async () => {
    const gate = deferred();
    const shutdown = vi.fn().mockReturnValueOnce(gate.promise).mockReturnValue(undefined);
    const { registry, calls } = single({ shutdown });
    await registry.activate(SECRETS, "a");
    const stopped = registry.shutdown(SECRETS, "a");
    await flush();
    expect(registry.state(SECRETS, "a")).toBe("stopping");
    const again = registry.activate(SECRETS, "a");
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    gate.resolve();
    await Promise.all([stopped, again]);
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate called in the same breath as shutdown starts the plugin again after it", async () => {
    const { registry, calls } = single();
    await registry.activate(SECRETS, "a");
    const stopped = registry.shutdown(SECRETS, "a");
    await registry.activate(SECRETS, "a");
    await stopped;
    expect(calls).toStrictEqual(["start a", "stop a", "start a"]);
    expect(registry.state(SECRETS, "a")).toBe("active");
  });

  test("activate while stopping is bounded by its own limit when the stop never ends", async () => {
    const { registry } = single({ shutdown: () => new Promise(() => undefined) }, Number.POSITIVE_INFINITY);
    await registry.activate(SECRETS, "a");
    void registry.shutdown(SECRETS, "a");
    await flush();
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { timeoutMs: 10 }));
    await vi.advanceTimersByTimeAsync(10);
    expect((await failed).code).toBe("FLOE_PLUGIN_TIMEOUT");
    expect(registry.state(SECRETS, "a")).toBe("stopping");
  });

  test("activate does not hold on to a dependency that is about to stop", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("b", { calls }), fakeSecrets("a", { calls, dependencies: ["b"] })]);
    await registry.activate(SECRETS, "b");
    const started = registry.activate(SECRETS, "a");
    await registry.shutdown(SECRETS, "b");
    await started.catch(() => undefined);
    const up = [registry.state(SECRETS, "a"), registry.state(SECRETS, "b")];
    expect(up).not.toStrictEqual(["active", "stopped"]);
    if (calls.includes("start a")) expect(calls.indexOf("start a")).toBeGreaterThan(calls.lastIndexOf("start b"));
  });
});

describe("activate: given up", () => {
  test("an aborted call gives up the start that no one else waits for, and waits until it is given up", async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const gate = deferred();
    const startup = ({ signal }: PluginContext): Promise<void> => {
      signals.push(signal);
      return gate.promise;
    };
    const { registry, calls } = single({ startup });
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    const reason = new Error("the user left");
    controller.abort(reason);
    const error = await failed;
    expect(error.message).toBe("Cannot start plugin floe.secrets:a: its caller gave up");
    expect(error.cause).toBe(reason);
    expect(signals[0]?.reason).toBe(error);
    expect(registry.state(SECRETS, "a")).toBe("failed");
    gate.resolve();
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("an aborted call leaves a start alone that someone else waits for", async () => {
    const controller = new AbortController();
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise });
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    const other = registry.activate(SECRETS, "a");
    await flush();
    controller.abort();
    await failed;
    expect(registry.state(SECRETS, "a")).toBe("starting");
    gate.resolve();
    await other;
    expect(registry.state(SECRETS, "a")).toBe("active");
    expect(calls).toStrictEqual(["start a"]);
  });

  test("a call with a signal that is aborted already starts nothing", async () => {
    const { registry, calls } = single();
    const error = await thrownBy(() => registry.activate(SECRETS, "a", { signal: AbortSignal.abort() }));
    expect(error.code).toBe("FLOE_PLUGIN_STARTUP");
    expect(calls).toStrictEqual([]);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("a call that is given up while the plugin loads leaves the load to itself", async () => {
    const controller = new AbortController();
    const gate = deferred<unknown>();
    const registry = discovered([{ name: "a", load: () => gate.promise }]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    controller.abort();
    await failed;
    gate.resolve(FakeSecrets);
    await flush();
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("a call that is given up while the leftover is waited for is freed", async () => {
    const controller = new AbortController();
    const { registry } = single({ startup: () => new Promise(() => undefined) }, 100);
    const failed = startFailure(registry);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    const again = thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    controller.abort();
    expect((await again).message).toContain("its caller gave up");
  });

  test("a start that is given up while its plugin is configured calls no hook", async () => {
    const controller = new AbortController();
    const { registry, calls } = single({
      schema: () => ({ safeParse: (data) => ({ success: true, data: data as Readonly<Record<string, unknown>> }) }),
      configure: (config, store) => {
        store(config);
        controller.abort();
      },
    });
    const error = await thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    expect(error.message).toContain("its caller gave up");
    expect(calls).toStrictEqual([]);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test("a start that is given up inside its own synchronous hook is stopped, not left up", async () => {
    const controller = new AbortController();
    const { registry, calls } = single({ startup: () => controller.abort() });
    const error = await thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    expect(error.message).toContain("its caller gave up");
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("a start that is given up in the moment in which its hook ends is stopped, not left up", async () => {
    const controller = new AbortController();
    const gate = deferred();
    const { registry, calls } = single({ startup: () => gate.promise });
    const failed = thrownBy(() => registry.activate(SECRETS, "a", { signal: controller.signal }));
    await flush();
    gate.resolve();
    // The registry has been told, but has not got round to anything yet.
    await gate.promise;
    controller.abort();
    await failed;
    await flush();
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
  });

  test("a start that is under way when its plugin is unregistered ends, and no hook is called", async () => {
    const gate = deferred<unknown>();
    const calls: string[] = [];
    class Noting extends FakeSecrets {
      constructor() {
        super({ calls });
      }
    }
    const registry = discovered([{ name: "a", load: () => gate.promise }]);
    const failed = startFailure(registry);
    await flush();
    expect(await registry.unregister(SECRETS, "a")).toBe(true);
    gate.resolve(Noting);
    expect((await failed).code).toBe("FLOE_PLUGIN_STARTUP");
    await flush();
    expect(calls).toStrictEqual([]);
    expect(registry.has(SECRETS, "a")).toBe(false);
  });
});

describe("activate: a hook that calls its own registry", () => {
  /** Runs `call` inside the startup of `a`, which `b` depends on; resolves with how activate(a) ended. */
  async function reenter(call: (registry: PluginRegistry) => Promise<unknown>): Promise<{ failure: unknown; registry: PluginRegistry; calls: string[] }> {
    const calls: string[] = [];
    const startup = async (): Promise<void> => {
      await call(registry);
    };
    const registry = registered(
      [
        fakeSecrets("a", { calls, startup, dependencies: ["base"] }),
        fakeSecrets("b", { calls, dependencies: ["a"] }),
        fakeSecrets("base", { calls }),
        fakeSecrets("other", { calls }),
      ],
      { startupTimeoutMs: 100, shutdownTimeoutMs: 100 },
    );
    const ended = registry.activate(SECRETS, "a").then(
      () => undefined,
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(500);
    return { failure: await ended, registry, calls };
  }

  test("get of itself, activate of what is active and activate of something else simply work", async () => {
    const { failure, registry } = await reenter(async (own) => {
      await own.get(SECRETS, "a");
      await own.activate(SECRETS, "base");
      await own.activate(SECRETS, "other");
    });
    expect(failure).toBeUndefined();
    expect([registry.state(SECRETS, "a"), registry.state(SECRETS, "other")]).toStrictEqual(["active", "active"]);
  });

  test.each(["a", "b"])("activate of %s, which waits for itself, ends at the limit", async (name) => {
    const { failure, registry } = await reenter((own) => own.activate(SECRETS, name));
    expect(failure).toMatchObject({ code: "FLOE_PLUGIN_TIMEOUT" });
    expect(registry.state(SECRETS, "a")).toBe("failed");
    expect((await registry.shutdownAll()).ok).toBe(true);
  });

  test("shutdownAll gives up the start that called it and does not wait for itself", async () => {
    const { failure, registry, calls } = await reenter((own) => own.shutdownAll());
    expect(failure).toMatchObject({ code: "FLOE_PLUGIN_STARTUP", message: expect.stringContaining("shutting down") as string });
    expect(calls).toStrictEqual(["start base", "start a", "stop a", "stop base"]);
    expect([registry.state(SECRETS, "a"), registry.state(SECRETS, "base")]).toStrictEqual(["stopped", "stopped"]);
  });

  test("shutdown of itself gives up its own start", async () => {
    const { failure, registry, calls } = await reenter((own) => own.shutdown(SECRETS, "a"));
    expect(failure).toMatchObject({ message: expect.stringContaining("it was shut down before it was up") as string });
    expect(calls).toStrictEqual(["start base", "start a", "stop a"]);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test("unregister of itself removes it", async () => {
    const { registry } = await reenter((own) => own.unregister(SECRETS, "a"));
    expect(registry.has(SECRETS, "a")).toBe(false);
    expect(registry.state(SECRETS, "base")).toBe("active");
  });
});
