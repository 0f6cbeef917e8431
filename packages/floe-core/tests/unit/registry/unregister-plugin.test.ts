import { describe, expect, test } from "vitest";
import { PluginInUseError } from "../../../src/errors/plugin-in-use-error.ts";
import { deferred } from "../../support/deferred.ts";
import { fakeSecrets, SECRETS } from "../../support/fake-plugin.ts";
import { discovered, registered } from "../../support/fake-registry.ts";
import { flush } from "../../support/flush.ts";
import { thrownBy } from "../../support/thrown-by.ts";

describe("unregister", () => {
  test("unregister resolves with false for what is not there", async () => {
    const registry = registered([fakeSecrets("a")]);
    expect(await registry.unregister(SECRETS, "b")).toBe(false);
    expect(await registry.unregister("floe.dbt", "a")).toBe(false);
    expect(await registry.unregister("floe.unknown" as "floe.dbt", "a")).toBe(false);
  });

  test("unregister stops an active plugin, then removes every trace of it", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls })]);
    await registry.activate(SECRETS, "a");
    expect(await registry.unregister(SECRETS, "a")).toBe(true);
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.has(SECRETS, "a")).toBe(false);
    expect(registry.find(SECRETS, "a")).toBeUndefined();
    expect(registry.list()).toStrictEqual([]);
    expect(registry.listAll()[SECRETS]).toStrictEqual([]);
    expect(registry.resolve().order).toStrictEqual([]);
    expect((await registry.healthCheckAll()).plugins).toStrictEqual([]);
    expect((await thrownBy(() => registry.get(SECRETS, "a"))).code).toBe("FLOE_PLUGIN_NOT_FOUND");
    expect((await thrownBy(() => registry.getConfig(SECRETS, "a"))).code).toBe("FLOE_PLUGIN_NOT_FOUND");
    expect(await registry.unregister(SECRETS, "a")).toBe(false);
  });

  test("unregister makes room for another plugin of the same name", async () => {
    const registry = registered([fakeSecrets("a")]);
    await registry.unregister(SECRETS, "a");
    const second = fakeSecrets("a");
    registry.register(SECRETS, second);
    expect(await registry.get(SECRETS, "a")).toBe(second);
  });

  test("unregister removes a discovered plugin until the next rediscover", async () => {
    const registry = discovered([{ name: "a" }]);
    expect(await registry.unregister(SECRETS, "a")).toBe(true);
    expect(registry.has(SECRETS, "a")).toBe(false);
    expect(registry.rediscover().changes.added).toStrictEqual(["floe.secrets:a"]);
  });

  test("unregister is refused while plugins that depend on it are active, and names them, sorted", async () => {
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("base", { calls }),
      fakeSecrets("z", { calls, dependencies: ["base"] }),
      fakeSecrets("y", { calls, dependencies: [{ name: "base", optional: true }] }),
    ]);
    await registry.activate(SECRETS, "z");
    await registry.activate(SECRETS, "y");
    const error = await thrownBy(() => registry.unregister(SECRETS, "base"), PluginInUseError);
    expect(error).toMatchObject({
      code: "FLOE_PLUGIN_IN_USE",
      plugin: "floe.secrets:base",
      dependents: ["floe.secrets:y", "floe.secrets:z"],
    });
    expect(calls.filter((call) => call.startsWith("stop"))).toStrictEqual([]);
    expect(registry.state(SECRETS, "base")).toBe("active");
    await registry.shutdown(SECRETS, "z");
    await registry.shutdown(SECRETS, "y");
    expect(await registry.unregister(SECRETS, "base")).toBe(true);
  });

  test("unregister is refused while a dependent is starting", async () => {
    const gate = deferred();
    const registry = registered([fakeSecrets("base"), fakeSecrets("top", { dependencies: ["base"], startup: () => gate.promise })]);
    const started = registry.activateAll();
    await flush();
    expect((await thrownBy(() => registry.unregister(SECRETS, "base"))).code).toBe("FLOE_PLUGIN_IN_USE");
    gate.resolve();
    expect((await started).ok).toBe(true);
  });

  test("unregister waits for dependents that are stopping", async () => {
    const calls: string[] = [];
    const gate = deferred();
    const registry = registered([
      fakeSecrets("base", { calls }),
      fakeSecrets("top", { calls, dependencies: ["base"], shutdown: () => gate.promise }),
    ]);
    await registry.activateAll();
    const stopped = registry.shutdown(SECRETS, "top");
    await flush();
    const gone = registry.unregister(SECRETS, "base");
    await flush();
    expect(calls).not.toContain("stop base");
    gate.resolve();
    expect(await gone).toBe(true);
    await stopped;
    expect(calls).toStrictEqual(["start base", "start top", "stop top", "stop base"]);
  });

  test("unregister while starting gives the start up, stops the plugin once, and removes it", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls, startup: () => new Promise(() => undefined) })]);
    const failed = thrownBy(() => registry.activate(SECRETS, "a"));
    await flush();
    expect(await registry.unregister(SECRETS, "a")).toBe(true);
    expect((await failed).code).toBe("FLOE_PLUGIN_STARTUP");
    expect(calls).toStrictEqual(["start a", "stop a"]);
    expect(registry.has(SECRETS, "a")).toBe(false);
  });

  test("unregister in progress keeps activateAll from starting the plugin, which is told", async () => {
    const calls: string[] = [];
    const registry = registered([fakeSecrets("a", { calls })]);
    const gone = registry.unregister(SECRETS, "a");
    const report = await registry.activateAll();
    expect(report.plugins.map(({ error }) => error?.message)).toStrictEqual([
      "Cannot start plugin floe.secrets:a: it was removed meanwhile",
    ]);
    expect(await gone).toBe(true);
    expect(calls).toStrictEqual([]);
  });

  test("unregister removes a plugin whose shutdown fails all the same", async () => {
    const registry = registered([fakeSecrets("a", { shutdown: () => Promise.reject(new Error("no")) })]);
    await registry.activate(SECRETS, "a");
    expect(await registry.unregister(SECRETS, "a")).toBe(true);
    expect(registry.has(SECRETS, "a")).toBe(false);
  });

  test("a plugin that is being unregistered can no longer be fetched, configured, started or held on to", async () => {
    const gate = deferred();
    const calls: string[] = [];
    const registry = registered([
      fakeSecrets("base", { calls, shutdown: () => gate.promise }),
      fakeSecrets("top", { calls, dependencies: ["base"] }),
    ]);
    await registry.activate(SECRETS, "base");
    const gone = registry.unregister(SECRETS, "base");
    await flush();
    expect(await registry.unregister(SECRETS, "base")).toBe(false);
    for (const call of [
      () => registry.get(SECRETS, "base"),
      () => registry.activate(SECRETS, "base"),
      () => registry.configure(SECRETS, "base", {}),
      () => registry.state(SECRETS, "base"),
    ]) {
      expect((await thrownBy(call)).code).toBe("FLOE_PLUGIN_NOT_FOUND");
    }
    const top = thrownBy(() => registry.activate(SECRETS, "top"));
    await flush();
    gate.resolve();
    expect(await gone).toBe(true);
    expect((await top).code).toBe("FLOE_PLUGIN_BLOCKED");
    expect(calls).toStrictEqual(["start base", "stop base"]);
  });
});
