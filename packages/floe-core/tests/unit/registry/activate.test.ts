import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CircularDependencyError } from "../../../src/errors/circular-dependency-error.ts";
import { MissingDependencyError } from "../../../src/errors/missing-dependency-error.ts";
import { PluginBlockedError } from "../../../src/errors/plugin-blocked-error.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import type { ActivationReport } from "../../../src/registry/reports.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeIdentity, fakeSecrets, IDENTITY, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush } from "../../support/flush.ts";
import { thrownBy } from "../../support/thrown-by.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // A clock that has been running: what a duration is measured from is not 0.
  vi.advanceTimersByTime(5000);
});
afterEach(() => vi.useRealTimers());

const broken = (): Promise<never> => Promise.reject(new Error("no such host"));
const never = (): Promise<never> => new Promise(() => undefined);

/** Name, state and code of each entry: `["b", "failed", "FLOE_PLUGIN_STARTUP"]`. */
function outcome(report: ActivationReport): unknown[] {
  return report.plugins.map(({ key, state, error }) => [
    key.replace("floe.secrets:", ""),
    state,
    ...(error === undefined ? [] : [error.code]),
  ]);
}

describe("activate", () => {
  test("activate starts the dependencies first, near and far, and nothing else", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: ["floe.secrets:b", { type: IDENTITY, name: "c" }] }),
      fakeSecrets("b", { calls, dependencies: [{ type: IDENTITY }] }),
      fakeIdentity("c", { calls }),
      fakeSecrets("d", { calls }),
    ]);
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start c", "start b", "start a"]);
    expect(registry.state(SECRETS, "d")).toBe("loaded");
  });

  test("activate does not start an active dependency again", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls, dependencies: ["b"] }), fakeSecrets("b", { calls })]);
    await registry.activate(SECRETS, "b");
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start b", "start a"]);
  });

  test("activate of one name under two types starts the one that was meant", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: ["floe.identity:a"] }),
      fakeIdentity("a", { calls, startup: () => void calls.push("identity") }),
    ]);
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start a", "identity", "start a"]);
  });

  test("activate lets a dependency on a type mean the active plugin of that type", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: [{ type: IDENTITY }] }),
      fakeIdentity("one", { calls }),
      fakeIdentity("two", { calls }),
    ]);
    const ambiguous = await thrownBy(() => registry.activate(SECRETS, "a"), MissingDependencyError);
    expect(ambiguous.ambiguous).toMatchObject([{ candidates: ["floe.identity:one", "floe.identity:two"] }]);
    await registry.activate(IDENTITY, "two");
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start two", "start a"]);
  });

  test("activate of an unknown plugin rejects with what is there and what is near", async () => {
    const error = await thrownBy(() => registered([fakeSecrets("vault")]).activate(SECRETS, "vautl"));
    expect(error).toMatchObject({
      code: "FLOE_PLUGIN_NOT_FOUND",
      message: "Cannot start plugin floe.secrets:vautl: known are vault",
      nearest: "vault",
    });
  });

  test("activate names the failed dependency at the root, with its failure as the cause", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: ["b"] }),
      fakeSecrets("b", { calls, dependencies: ["c"] }),
      fakeSecrets("c", { calls, startup: broken }),
    ]);
    const error = await thrownBy(() => registry.activate(SECRETS, "a"), PluginBlockedError);
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_BLOCKED", plugin: "floe.secrets:a", blockedBy: "floe.secrets:c" });
    expect(error.cause).toMatchObject({ code: "FLOE_PLUGIN_STARTUP" });
    expect(calls).toStrictEqual(["start c", "stop c"]);
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["blocked", "blocked", "failed"]);
  });

  test("activate tries a blocked plugin and what blocked it again", async () => {
    const startup = vi.fn().mockImplementationOnce(broken).mockReturnValue(undefined);
    const registry = registered([fakeSecrets("a", { dependencies: ["b"] }), fakeSecrets("b", { startup })]);
    await thrownBy(() => registry.activate(SECRETS, "a"));
    await registry.activate(SECRETS, "a");
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["active", "active"]);
  });

  test("activate refuses a plugin whose dependency is missing, and says which and what is near", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls, dependencies: ["vautl", "d"] }), fakeSecrets("vault"), fakeSecrets("d", { calls })]);
    const error = await thrownBy(() => registry.activate(SECRETS, "a"), MissingDependencyError);
    expect(error.code).toBe("FLOE_PLUGIN_MISSING_DEPENDENCY");
    expect(error.missing).toStrictEqual([{ plugin: "floe.secrets:a", dependency: "vautl", nearest: "vault" }]);
    expect(registry.state(SECRETS, "a")).toBe("failed");
    expect(calls).toStrictEqual([]);
  });

  test("activate starts nothing in vain when something further down cannot start", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: ["b", "fine"] }),
      fakeSecrets("b", { calls, dependencies: ["absent"] }),
      fakeSecrets("fine", { calls }),
    ]);
    const error = await thrownBy(() => registry.activate(SECRETS, "a"), PluginBlockedError);
    expect(error).toMatchObject({ code: "FLOE_PLUGIN_BLOCKED", blockedBy: "floe.secrets:b" });
    expect(error.cause).toMatchObject({ code: "FLOE_PLUGIN_MISSING_DEPENDENCY" });
    expect(calls).toStrictEqual([]);
  });

  test("activate refuses a dependency in the wrong version", async () => {
    const registry = registered([fakeSecrets("a", { dependencies: [{ name: "b", version: "^2.0.0" }] }), fakeSecrets("b")]);
    const error = await thrownBy(() => registry.activate(SECRETS, "a"), MissingDependencyError);
    expect(error.versionConflicts).toMatchObject([
      { plugin: "floe.secrets:a", dependency: "floe.secrets:b", range: "^2.0.0", found: "1.2.3" },
    ]);
  });

  test("activate refuses a circle with its path, and what stands behind it as blocked", async () => {
    const registry = registered([
      fakeSecrets("a", { dependencies: ["b"] }),
      fakeSecrets("b", { dependencies: ["a"] }),
      fakeSecrets("behind", { dependencies: ["a"] }),
    ]);
    const error = await thrownBy(() => registry.activate(SECRETS, "a"), CircularDependencyError);
    expect(error.cycles).toStrictEqual([["floe.secrets:a", "floe.secrets:b", "floe.secrets:a"]]);
    const behind = await thrownBy(() => registry.activate(SECRETS, "behind"), PluginBlockedError);
    expect(behind.blockedBy).toBe("floe.secrets:a");
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["failed", "failed", "blocked"]);
  });

  test("activate counts an active dependency as there although it could not be started any more", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: ["b", "c"] }),
      fakeSecrets("b", { calls, dependencies: ["shared"] }),
      fakeSecrets("c", { calls }),
      fakeSecrets("shared", { calls }),
    ]);
    await registry.activate(SECRETS, "b");
    registry.register(IDENTITY, fakeIdentity("shared"));
    expect(registry.resolve().ambiguous).toHaveLength(1);
    await registry.activate(SECRETS, "a");
    expect(calls).toStrictEqual(["start shared", "start b", "start c", "start a"]);
  });
});

describe("activateAll", () => {
  test("activateAll starts everything that is known and reports it in dependency order", async () => {
    const registry = discovered([{ name: "a", dependencies: ["b"] }, { name: "b" }, { name: "id", type: IDENTITY }]);
    const report = await registry.activateAll();
    expect(report).toStrictEqual({
      ok: true,
      startedAt: expect.any(String) as string,
      durationMs: 0,
      plugins: [
        { key: "floe.identity:id", state: "active", durationMs: 0 },
        { key: "floe.secrets:b", state: "active", durationMs: 0 },
        { key: "floe.secrets:a", state: "active", durationMs: 0 },
      ],
    });
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
  });

  test("activateAll measures each start by itself", async () => {
    const wait = (ms: number) => (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const registry = registered([
      fakeSecrets("a", { startup: wait(200), dependencies: ["b"] }),
      fakeSecrets("b", { startup: wait(50) }),
    ]);
    const started = registry.activateAll();
    await vi.advanceTimersByTimeAsync(250);
    const report = await started;
    expect(report.durationMs).toBe(250);
    expect(report.plugins.map(({ durationMs }) => durationMs)).toStrictEqual([50, 200]);
  });

  test("activateAll starts each plugin as soon as its own dependencies are up", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("slow", { calls, startup: () => gate.promise }),
      fakeSecrets("after-slow", { calls, dependencies: ["slow"] }),
      fakeSecrets("fast", { calls }),
      fakeSecrets("after-fast", { calls, dependencies: ["fast"] }),
    ]);
    const started = registry.activateAll();
    await flush();
    expect(calls).toStrictEqual(["start fast", "start slow", "start after-fast"]);
    gate.resolve();
    expect((await started).ok).toBe(true);
    expect(calls.at(-1)).toBe("start after-slow");
  });

  test("activateAll starts a plugin once the last of its dependencies is up, not the first", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("fast", { calls }),
      fakeSecrets("slow", { calls, startup: () => gate.promise }),
      fakeSecrets("top", { calls, dependencies: ["fast", "slow"] }),
    ]);
    const started = registry.activateAll();
    await flush();
    expect([registry.state(SECRETS, "top"), calls]).toStrictEqual(["loaded", ["start fast", "start slow"]]);
    gate.resolve();
    expect((await started).ok).toBe(true);
    expect(calls.at(-1)).toBe("start top");
  });

  test("activateAll does not load what a failed dependency blocks", async () => {
    const load = vi.fn();
    const registry = discovered([
      { name: "bad", behaviour: { startup: broken } },
      { name: "fine" },
      { name: "top", load, dependencies: ["fine", "bad"] },
    ]);
    expect(outcome(await registry.activateAll())).toContainEqual(["top", "blocked", "FLOE_PLUGIN_BLOCKED"]);
    expect(load).not.toHaveBeenCalled();
  });

  test("activateAll lets a failure block only its dependents, with the root named, and never rejects", async () => {
    const registry = registered([
      fakeSecrets("root", { startup: broken }),
      fakeSecrets("near", { dependencies: ["root"] }),
      fakeSecrets("far", { dependencies: ["near"] }),
      fakeSecrets("missing", { dependencies: ["absent"] }),
      fakeSecrets("fine"),
    ]);
    const report = await registry.activateAll();
    expect(report.ok).toBe(false);
    expect(outcome(report)).toStrictEqual([
      ["fine", "active"],
      ["root", "failed", "FLOE_PLUGIN_STARTUP"],
      ["near", "blocked", "FLOE_PLUGIN_BLOCKED"],
      ["far", "blocked", "FLOE_PLUGIN_BLOCKED"],
      ["missing", "failed", "FLOE_PLUGIN_MISSING_DEPENDENCY"],
    ]);
    expect(report.plugins.map(({ blockedBy }) => blockedBy)).toStrictEqual([
      undefined,
      undefined,
      "floe.secrets:root",
      "floe.secrets:root",
      undefined,
    ]);
  });

  test("activateAll starts a plugin without an optional dependency that failed", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("root", { calls, startup: broken }),
      fakeSecrets("top", { calls, dependencies: [{ name: "root", optional: true }] }),
    ]);
    expect(outcome(await registry.activateAll())).toStrictEqual([
      ["root", "failed", "FLOE_PLUGIN_STARTUP"],
      ["top", "active"],
    ]);
    expect(calls).toStrictEqual(["start root", "stop root", "start top"]);
  });

  test("activateAll does not take a failed optional dependency for one that is needed, although others are", async () => {
    const registry = registered([
      fakeSecrets("bad", { startup: broken }),
      fakeSecrets("fine"),
      fakeSecrets("top", { dependencies: ["fine", { name: "bad", optional: true }] }),
    ]);
    expect(outcome(await registry.activateAll())).toContainEqual(["top", "active"]);
  });

  test("activateAll starts a plugin whose optional dependency is absent, or could never start", async () => {
    const registry = registered([
      fakeSecrets("a", { dependencies: [{ name: "absent", optional: true }, { name: "stuck", optional: true }] }),
      fakeSecrets("stuck", { dependencies: ["nowhere"] }),
    ]);
    expect(outcome(await registry.activateAll())).toStrictEqual([
      ["a", "active"],
      ["stuck", "failed", "FLOE_PLUGIN_MISSING_DEPENDENCY"],
    ]);
  });

  test("activateAll starts an optional dependency first where it can", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls, dependencies: [{ name: "z", optional: true }] }),
      fakeSecrets("z", { calls }),
    ]);
    await registry.activateAll();
    expect(calls).toStrictEqual(["start z", "start a"]);
  });

  test("activateAll with select starts these and what they need, and reports no others", async () => {
    const registry = registered([
      fakeSecrets("a", { dependencies: ["b"] }),
      fakeSecrets("b"),
      fakeSecrets("c"),
      fakeSecrets("d", { dependencies: ["c", "absent"] }),
    ]);
    const report = await registry.activateAll({ select: ["floe.secrets:a", "floe.secrets:d"] });
    expect(outcome(report)).toStrictEqual([
      ["b", "active"],
      ["a", "active"],
      ["d", "failed", "FLOE_PLUGIN_MISSING_DEPENDENCY"],
    ]);
    expect(registry.state(SECRETS, "c")).toBe("loaded");
  });

  test("activateAll with an empty selection does nothing", async () => {
    const registry = registered([fakeSecrets("a")]);
    expect(await registry.activateAll({ select: [] })).toMatchObject({ ok: true, plugins: [] });
    expect(registry.state(SECRETS, "a")).toBe("loaded");
  });

  test.each([
    ["floe.secrets:absent", "Cannot start plugin floe.secrets:absent: known are a"],
    ["absent", "Cannot start plugin :absent: known are floe.catalogs, floe.computes"],
  ])("activateAll reports the selected plugin %s, which is not known", async (key, message) => {
    const registry = registered([fakeSecrets("a")]);
    const report = await registry.activateAll({ select: ["floe.secrets:a", key as PluginKey] });
    expect(report.ok).toBe(false);
    expect(report.plugins).toMatchObject([
      { key: "floe.secrets:a", state: "active" },
      { key, state: "failed", error: { code: "FLOE_PLUGIN_NOT_FOUND", message: expect.stringContaining(message) as string } },
    ]);
  });

  test("activateAll counts what is active already as up", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls, dependencies: ["b"] }), fakeSecrets("b", { calls })]);
    await registry.activate(SECRETS, "b");
    expect((await registry.activateAll()).ok).toBe(true);
    expect(calls).toStrictEqual(["start b", "start a"]);
  });

  test("activateAll's limit holds for each start", async () => {
    const registry = registered([fakeSecrets("a", { startup: never }), fakeSecrets("b")]);
    const started = registry.activateAll({ timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(10);
    expect(outcome(await started)).toStrictEqual([
      ["a", "failed", "FLOE_PLUGIN_TIMEOUT"],
      ["b", "active"],
    ]);
  });

  test("activateAll that is aborted reports what it gave up, and leaves what is up as it is", async () => {
    const controller = new AbortController();
    const registry = registered([
      fakeSecrets("a"),
      fakeSecrets("b", { dependencies: ["a"], startup: never }),
      fakeSecrets("c", { dependencies: ["b"] }),
    ]);
    const started = registry.activateAll({ signal: controller.signal });
    await flush();
    controller.abort();
    const report = await started;
    expect(outcome(report)).toStrictEqual([
      ["a", "active"],
      ["b", "failed", "FLOE_PLUGIN_STARTUP"],
      ["c", "loaded", "FLOE_PLUGIN_STARTUP"],
    ]);
  });

  test("activateAll that is aborted keeps the reasons of what had failed before", async () => {
    const controller = new AbortController();
    const registry = registered([fakeSecrets("bad", { startup: broken }), fakeSecrets("slow", { startup: never })]);
    const started = registry.activateAll({ signal: controller.signal });
    await flush();
    controller.abort();
    expect((await started).plugins.map(({ error }) => error?.message)).toStrictEqual([
      "Cannot start plugin floe.secrets:bad: no such host",
      "Cannot start plugin floe.secrets:slow: its caller gave up",
    ]);
  });

  test("activateAll with a signal that is aborted already says nothing against what is up", async () => {
    const registry = registered([fakeSecrets("a"), fakeSecrets("b")]);
    await registry.activate(SECRETS, "a");
    const report = await registry.activateAll({ signal: AbortSignal.abort() });
    expect(outcome(report)).toStrictEqual([
      ["a", "active"],
      ["b", "loaded", "FLOE_PLUGIN_STARTUP"],
    ]);
  });
});

describe("activateAll: policy", () => {
  test("policy optional, the default, leaves the rest up", async () => {
    const registry = registered([fakeSecrets("a"), fakeSecrets("b", { startup: broken })]);
    await registry.activateAll({ policy: "optional" });
    expect(registry.list().map(({ state }) => state)).toStrictEqual(["active", "failed"]);
  });

  test("policy required stops again what this call started, in reverse, and nothing else", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("before", { calls }),
      fakeSecrets("a", { calls, dependencies: ["before"] }),
      fakeSecrets("b", { calls, dependencies: ["a"] }),
      fakeSecrets("bad", { calls, startup: broken }),
    ]);
    await registry.activate(SECRETS, "before");
    const report = await registry.activateAll({ policy: "required" });
    expect(report.ok).toBe(false);
    expect(report.plugins.map(({ key, state }) => [key, state])).toStrictEqual([
      ["floe.secrets:bad", "failed"],
      ["floe.secrets:before", "active"],
      ["floe.secrets:a", "stopped"],
      ["floe.secrets:b", "stopped"],
    ]);
    expect(calls.slice(-2)).toStrictEqual(["stop b", "stop a"]);
    expect(calls).not.toContain("stop before");
  });

  test.each([
    ["a required key failed", { "floe.secrets:bad": "required" }, "stopped"],
    ["only an optional key failed", { "floe.secrets:a": "required" }, "active"],
    ["no key is named", {}, "active"],
  ] as const)("policy by key: %s", async (_, policy, state) => {
    const registry = registered([fakeSecrets("a"), fakeSecrets("bad", { startup: broken })]);
    await registry.activateAll({ policy });
    expect(registry.state(SECRETS, "a")).toBe(state);
  });

  test("policy required counts a blocked plugin as failed", async () => {
    const registry = registered([
      fakeSecrets("a"),
      fakeSecrets("bad", { startup: broken }),
      fakeSecrets("top", { dependencies: ["bad"] }),
    ]);
    await registry.activateAll({ policy: { "floe.secrets:top": "required" } });
    expect(registry.state(SECRETS, "a")).toBe("stopped");
  });

  test.each(["required", { "floe.secrets:absent": "required" }] as const)(
    "policy %j counts a selected plugin that is not known as failed",
    async (policy) => {
      const registry = registered([fakeSecrets("a")]);
      const report = await registry.activateAll({ select: ["floe.secrets:a", "floe.secrets:absent"], policy });
      expect(report.plugins.map(({ state }) => state)).toStrictEqual(["stopped", "failed"]);
    },
  );

  test("policy required disposes at once of a start that overran", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("base", { calls }),
      fakeSecrets("bad", { calls, dependencies: ["base"], startup: never }),
    ]);
    const started = registry.activateAll({ policy: "required", timeoutMs: 10 });
    await vi.advanceTimersByTimeAsync(10);
    const report = await started;
    expect(report.plugins).toMatchObject([{ state: "stopped" }, { state: "stopped", error: { code: "FLOE_PLUGIN_TIMEOUT" } }]);
    expect(calls).toStrictEqual(["start base", "start bad", "stop bad", "stop base"]);
  });

  test("policy required leaves up what another call asked for as well", async () => {
    const gates = { shared: deferred(), bad: deferred() };
    const registry = registered([
      fakeSecrets("shared", { startup: () => gates.shared.promise }),
      fakeSecrets("own"),
      fakeSecrets("bad", { startup: () => gates.bad.promise }),
    ]);
    const started = registry.activateAll({ policy: "required" });
    const other = registry.activate(SECRETS, "shared");
    await flush();
    gates.shared.resolve();
    await other;
    gates.bad.reject(new Error("no"));
    await started;
    expect([registry.state(SECRETS, "shared"), registry.state(SECRETS, "own")]).toStrictEqual(["active", "stopped"]);
  });

  test("policy required leaves up what another call asked for, also when that call found it up already", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("a", { calls }),
      fakeSecrets("b", { calls, dependencies: ["a"] }),
      fakeSecrets("bad", { calls, dependencies: ["b"], startup: broken }),
    ]);
    const started = registry.activateAll({ select: ["floe.secrets:bad"], policy: "required" });
    const sameTurn = registry.activateAll({ select: ["floe.secrets:b"] });
    expect((await sameTurn).ok).toBe(true);
    await started;
    expect(["a", "b", "bad"].map((name) => registry.state(SECRETS, name))).toStrictEqual(["active", "active", "failed"]);
    expect(calls).not.toContain("stop b");
  });

  test("policy required leaves up what somebody activated while it was up", async () => {
    const gate = deferred();
    const registry = registered([fakeSecrets("base"), fakeSecrets("bad", { dependencies: ["base"], startup: () => gate.promise })]);
    const started = registry.activateAll({ policy: "required" });
    await flush();
    await registry.activate(SECRETS, "base");
    gate.reject(new Error("no"));
    await started;
    expect(registry.state(SECRETS, "base")).toBe("active");
  });

  test("policy required leaves up what another call's plugins rely on by now", async () => {
    const gate = deferred();
    const registry = registered([
      fakeSecrets("base"),
      fakeSecrets("middle", { dependencies: ["base"] }),
      fakeSecrets("bad", { startup: () => gate.promise }),
      fakeSecrets("other", { dependencies: ["middle"] }),
    ]);
    const started = registry.activateAll({ select: ["floe.secrets:middle", "floe.secrets:bad"], policy: "required" });
    await flush();
    await registry.activate(SECRETS, "other");
    gate.reject(new Error("no"));
    await started;
    expect(registry.list().map(({ name, state }) => [name, state])).toStrictEqual([
      ["bad", "failed"],
      ["base", "active"],
      ["middle", "active"],
      ["other", "active"],
    ]);
  });

  test("policy required reports a shutdown that fails while it stops again", async () => {
    const registry = registered([
      fakeSecrets("a", { shutdown: () => Promise.reject(new Error("stuck")) }),
      fakeSecrets("bad", { startup: broken }),
    ]);
    const report = await registry.activateAll({ policy: "required" });
    expect(outcome(report)).toStrictEqual([
      ["a", "failed", "FLOE_PLUGIN_SHUTDOWN"],
      ["bad", "failed", "FLOE_PLUGIN_STARTUP"],
    ]);
  });

  test("policy required disposes at once of a start that its caller gave up", async () => {
    const calls: string[] = [];
    const controller = new AbortController();
    const registry = registered([fakeSecrets("a", { calls, startup: never })]);
    const started = registry.activateAll({ policy: "required", signal: controller.signal });
    await flush();
    controller.abort();
    expect((await started).plugins).toMatchObject([{ state: "stopped", error: { code: "FLOE_PLUGIN_STARTUP" } }]);
    expect(calls).toStrictEqual(["start a", "stop a"]);
  });

  test("policy required does not stop what a call given up left to another one", async () => {
    const controller = new AbortController();
    const gate = deferred();
    const registry = registered([fakeSecrets("a", { startup: () => gate.promise })]);
    const started = registry.activateAll({ policy: "required", signal: controller.signal });
    const other = registry.activate(SECRETS, "a");
    await flush();
    controller.abort();
    await flush();
    gate.resolve();
    await other;
    expect((await started).ok).toBe(false);
    expect(registry.state(SECRETS, "a")).toBe("active");
  });
});
