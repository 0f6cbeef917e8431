import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PluginRecord } from "../../../src/registry/plugin-record.ts";
import { PluginRegistry } from "../../../src/registry/plugin-registry.ts";
import { makeContext } from "../../../src/registry/registry-context.ts";
import { shutdownRecords } from "../../../src/registry/shutdown.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeIdentity, fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush, isPending } from "../../support/flush.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
});
afterEach(() => vi.useRealTimers());

function keysOf(report: { readonly plugins: readonly { readonly key: string }[] }): string[] {
  return report.plugins.map(({ key }) => key.replace("floe.secrets:", ""));
}

describe("shutdownAll", () => {
  test("shutdownAll stops in the reverse of the real order of starts, one after another", async () => {
    const calls: string[] = [];
    const gates = { a: deferred(), b: deferred(), c: deferred() };
    const registry = registered([
      fakeSecrets("a", { calls, startup: () => gates.a.promise }),
      fakeSecrets("b", { calls, startup: () => gates.b.promise }),
      fakeSecrets("c", { calls, startup: () => gates.c.promise }),
    ]);
    const started = registry.activateAll();
    await flush();
    for (const name of ["b", "c", "a"] as const) {
      gates[name].resolve();
      await flush();
    }
    await started;
    const report = await registry.shutdownAll();
    expect(keysOf(report)).toStrictEqual(["a", "c", "b"]);
    expect(calls.slice(3)).toStrictEqual(["stop a", "stop c", "stop b"]);
  });

  test("shutdownAll waits for a dependent before it stops what that depends on", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("base", { calls }),
      fakeSecrets("top", { calls, dependencies: ["base"], shutdown: () => gate.promise }),
    ]);
    await registry.activateAll();
    const stopped = registry.shutdownAll();
    await flush();
    expect(calls.slice(2)).toStrictEqual(["stop top"]);
    expect(registry.state(SECRETS, "base")).toBe("active");
    gate.resolve();
    await stopped;
    expect(calls.slice(2)).toStrictEqual(["stop top", "stop base"]);
  });

  test("shutdownAll stops everything although one hook throws and another never ends", async () => {
    const calls: string[] = [];
    const registry = registered(
      [
        fakeSecrets("a", { calls }),
        fakeSecrets("b", { calls, dependencies: ["a"], shutdown: () => new Promise(() => undefined) }),
        fakeSecrets("c", { calls, dependencies: ["b"], shutdown: () => Promise.reject(new Error("no")) }),
        fakeSecrets("d", { calls, dependencies: ["c"] }),
      ],
      { shutdownTimeoutMs: 100 },
    );
    await registry.activateAll();
    const stopped = registry.shutdownAll();
    await vi.advanceTimersByTimeAsync(100);
    const report = await stopped;
    expect(report.ok).toBe(false);
    expect(report.plugins.map(({ key, state, error }) => [key, state, error?.code])).toStrictEqual([
      ["floe.secrets:d", "stopped", undefined],
      ["floe.secrets:c", "failed", "FLOE_PLUGIN_SHUTDOWN"],
      ["floe.secrets:b", "failed", "FLOE_PLUGIN_TIMEOUT"],
      ["floe.secrets:a", "stopped", undefined],
    ]);
  });

  test("shutdownAll is safe twice, and at once", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls }), fakeSecrets("b", { calls, dependencies: ["a"] })]);
    await registry.activateAll();
    await Promise.all([registry.shutdownAll(), registry.shutdownAll()]);
    expect((await registry.shutdownAll()).plugins).toStrictEqual([]);
    expect(calls.slice(2)).toStrictEqual(["stop b", "stop a"]);
  });

  test("shutdownAll passes over what someone else stopped meanwhile", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([fakeSecrets("x", { calls }), fakeSecrets("y", { calls, shutdown: () => gate.promise })]);
    await registry.activateAll();
    const all = registry.shutdownAll();
    await flush();
    await registry.shutdown(SECRETS, "x");
    gate.resolve();
    expect(keysOf(await all)).toStrictEqual(["y"]);
    expect(calls.slice(2)).toStrictEqual(["stop y", "stop x"]);
  });

  test("shutdownAll gives up several starts in a fixed order, before it stops what is up", async () => {
    const calls: string[] = [];
    const never = (): Promise<void> => new Promise(() => undefined);
    const registry = registered([
      fakeSecrets("z", { calls, startup: never }),
      fakeSecrets("a", { calls, startup: never }),
      fakeSecrets("k", { calls, startup: never }),
      fakeSecrets("up", { calls }),
    ]);
    const started = registry.activateAll();
    await flush();
    expect(keysOf(await registry.shutdownAll())).toStrictEqual(["z", "k", "a", "up"]);
    await started;
  });

  test("shutdownAll of a registry in which nothing runs is ok and empty", async () => {
    const registry = discovered([{ name: "a" }]);
    expect(await registry.shutdownAll()).toMatchObject({ ok: true, plugins: [] });
  });

  test("shutdownAll's limit holds for each hook instead of the registry's", async () => {
    const never = (): Promise<void> => new Promise(() => undefined);
    const registry = registered([fakeSecrets("a", { shutdown: never }), fakeSecrets("b", { shutdown: never })]);
    await registry.activateAll();
    const stopped = registry.shutdownAll({ timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(20);
    expect((await stopped).plugins).toMatchObject([{ error: { limitMs: 10 } }, { error: { limitMs: 10 } }]);
  });

  test.each([0, Number.NaN, -5])("shutdownAll refuses the limit %d before anything is given up", async (timeoutMs) => {
    const gate = deferred();
    const registry = registered([fakeSecrets("a", { startup: () => gate.promise })]);
    const started = registry.activateAll();
    await flush();
    await expect(registry.shutdownAll({ timeoutMs })).rejects.toThrow(RangeError);
    await expect(registry.shutdown(SECRETS, "a", { timeoutMs })).rejects.toThrow(RangeError);
    gate.resolve();
    expect((await started).ok).toBe(true);
  });

  test("shutdownAll during activateAll gives up what is starting and starts nothing more", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("a", { calls }),
      fakeSecrets("b", { calls, dependencies: ["a"], startup: () => gate.promise }),
      fakeSecrets("c", { calls, dependencies: ["b"] }),
    ]);
    const started = registry.activateAll();
    await flush();
    const stopped = await registry.shutdownAll();
    const report = await started;
    expect(keysOf(stopped)).toStrictEqual(["b", "a"]);
    expect(report.ok).toBe(false);
    expect(report.plugins.map(({ key, error }) => [key, error?.message])).toStrictEqual([
      ["floe.secrets:a", undefined],
      ["floe.secrets:b", "Cannot start plugin floe.secrets:b: the registry is shutting down"],
      ["floe.secrets:c", "Cannot start plugin floe.secrets:c: the registry is shutting down"],
    ]);
    gate.resolve();
    await flush();
    expect(calls).toStrictEqual(["start a", "start b", "stop b", "stop a"]);
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["stopped", "stopped", "loaded"]);
  });

  test("shutdownAll waits until a plugin that it gave up while starting is stopped, before it stops its dependencies", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("base", { calls }),
      fakeSecrets("top", {
        calls,
        dependencies: ["base"],
        startup: ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))),
        shutdown: () => gate.promise,
      }),
    ]);
    const started = registry.activateAll();
    await flush();
    const stopped = registry.shutdownAll();
    expect(await isPending(stopped)).toBe(true);
    expect(calls).toStrictEqual(["start base", "start top", "stop top"]);
    gate.resolve();
    await stopped;
    await started;
    expect(calls).toStrictEqual(["start base", "start top", "stop top", "stop base"]);
  });

  test("shutdownAll leaves the registry usable", async () => {
    const registry = registered([fakeSecrets("a")]);
    await registry.activateAll();
    await registry.shutdownAll();
    expect((await registry.activateAll()).ok).toBe(true);
  });
});

describe("shutdown", () => {
  test("shutdown of one plugin stops its dependents first, near and far, and nothing else", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls }),
      fakeSecrets("b", { calls, dependencies: ["a"] }),
      fakeIdentity("c", { calls, dependencies: ["b"] }),
      fakeSecrets("d", { calls }),
    ]);
    await registry.activateAll();
    const report = await registry.shutdown(SECRETS, "a");
    expect(report.plugins.map(({ key }) => key)).toStrictEqual(["floe.identity:c", "floe.secrets:b", "floe.secrets:a"]);
    expect(calls.filter((call) => call.startsWith("stop"))).toStrictEqual(["stop c", "stop b", "stop a"]);
    expect(registry.state(SECRETS, "d")).toBe("active");
    expect(registry.state(IDENTITY, "c")).toBe("stopped");
  });

  test("shutdown stops one of several plugins that share a dependent only once", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls }),
      fakeSecrets("b", { calls, dependencies: ["a"] }),
      fakeSecrets("c", { calls, dependencies: ["a"] }),
      fakeSecrets("d", { calls, dependencies: ["b", "c"] }),
    ]);
    await registry.activateAll();
    const report = await registry.shutdown(SECRETS, "a");
    expect(keysOf(report)).toStrictEqual(["d", "c", "b", "a"]);
  });

  test("shutdown gives up a dependent that is still starting, before it stops the plugin", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("a", { calls }),
      fakeSecrets("b", { calls, dependencies: ["a"], startup: () => gate.promise }),
    ]);
    const started = registry.activateAll();
    await flush();
    const report = await registry.shutdown(SECRETS, "a");
    expect(keysOf(report)).toStrictEqual(["b", "a"]);
    expect(calls).toStrictEqual(["start a", "start b", "stop b", "stop a"]);
    expect((await started).plugins[1]?.error?.message).toContain("it was shut down before it was up");
  });

  test("shutdown gives up several dependents in a fixed order, in whatever order they began to start", async () => {
    const never = (): Promise<void> => new Promise(() => undefined);
    const registry = registered([
      fakeSecrets("base"),
      fakeSecrets("a", { dependencies: ["base"], startup: never }),
      fakeSecrets("z", { dependencies: ["base"], startup: never }),
    ]);
    await registry.activate(SECRETS, "base");
    const started = [registry.activateAll({ select: ["floe.secrets:z"] }), registry.activateAll()];
    await flush();
    expect(keysOf(await registry.shutdown(SECRETS, "base"))).toStrictEqual(["z", "a", "base"]);
    await Promise.all(started);
  });

  test("shutdown does not stop a dependent that let go of the plugin before", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls }), fakeSecrets("b", { calls, dependencies: ["a"] })]);
    await registry.activateAll();
    await registry.shutdown(SECRETS, "b");
    expect(keysOf(await registry.shutdown(SECRETS, "a"))).toStrictEqual(["a"]);
  });
});

describe("shutdownRecords", () => {
  test("shutdownRecords stops a chain of 12,000 from its first link without overflowing the stack", async () => {
    const calls: string[] = [];
    const records: PluginRecord[] = [];
    for (let index = 0; index < 12_000; index += 1) {
      const record = new PluginRecord(SECRETS, `p${index}`, undefined);
      record.plugin = fakeSecrets(record.name, { calls });
      record.state = "active";
      record.startOrder = index + 1;
      record.attach(records.slice(-1));
      records.push(record);
    }
    const report = await shutdownRecords(records.slice(0, 1), makeContext({ sources: [] }));
    expect(report.plugins).toHaveLength(12_000);
    expect(calls.join()).toBe(records.map(({ name }) => `stop ${name}`).toReversed().join());
  });
});

describe("Symbol.asyncDispose", () => {
  test("await using stops everything at the end of the block", async () => {
    const calls: string[] = [];
    {
      await using registry = registered([fakeSecrets("a", { calls })]);
      await registry.activateAll();
    }
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("a disposed registry refuses further work with a RegistryConflictError, and still answers questions", async () => {
    const registry = discovered([{ name: "a" }]);
    await registry.get(SECRETS, "a");
    await registry[Symbol.asyncDispose]();
    const refused = { code: "FLOE_REGISTRY_CONFLICT", message: "Cannot use the registry: it was disposed", copies: [] };
    for (const call of [
      () => registry.discoverAll(),
      () => registry.rediscover(),
      () => registry.register(SECRETS, fakeSecrets("b")),
      () => registry.unregister(SECRETS, "a"),
      () => registry.get(SECRETS, "a"),
      () => registry.getAll(SECRETS),
      () => registry.configure(SECRETS, "a", {}),
      () => registry.activate(SECRETS, "a"),
      () => registry.activateAll(),
    ]) {
      await expect((async () => call())()).rejects.toMatchObject(refused);
    }
    expect(registry.has(SECRETS, "a")).toBe(true);
    expect(registry.state(SECRETS, "a")).toBe("loaded");
    expect((await registry.healthCheckAll()).overall).toBe("healthy");
    expect((await registry.shutdownAll()).ok).toBe(true);
  });

  test("disposing twice is fine, and a registry that never did anything can be disposed", async () => {
    const registry = new PluginRegistry({ sources: [] });
    await registry[Symbol.asyncDispose]();
    await registry[Symbol.asyncDispose]();
    expect((await registry.shutdownAll()).plugins).toStrictEqual([]);
  });

  test("disposing gives up what is starting", async () => {
    const registry = registered([fakeSecrets("a", { startup: () => new Promise(() => undefined) })]);
    const started = registry.activateAll();
    await flush();
    await registry[Symbol.asyncDispose]();
    expect((await started).ok).toBe(false);
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });
});
