import { getRegistry, PluginInUseError, PluginRegistry, type SecretsPlugin, staticSource } from "floe-core";
import { secret } from "floe-core/config";
import { resetRegistry } from "floe-core/testing";
import { afterEach, describe, expect, test } from "vitest";
import { MINIMAL_PLUGINS } from "../support/minimal-plugins.ts";

/*
 * What two copies of floe-core in one process know each other by. A plugin may bring a copy of an older minor, so these
 * symbols and what hangs on them change with the major of the plugin API alone.
 */

const at = (value: object, name: string): unknown => Reflect.get(value, Symbol.for(name));

async function loaded(): Promise<SecretsPlugin> {
  const entry = { load: MINIMAL_PLUGINS["floe.secrets"], apiVersion: "1.0", dependencies: ["a"], description: "d" };
  const registry = new PluginRegistry({ cwd: "/app", sources: [staticSource({ "floe.secrets": { env: entry } }, { version: "1.2.3" })] });
  registry.discoverAll();
  await registry.configure("floe.secrets", "env", {});
  return registry.get("floe.secrets", "env");
}

afterEach(() => resetRegistry());

describe("two copies of floe-core", () => {
  test("know a plugin and its type by floe.plugin", async () => {
    expect(at(await loaded(), "floe.plugin")).toEqual({ group: "floe.secrets" });
    for (const [group, type] of Object.entries(MINIMAL_PLUGINS)) expect(at(type.prototype, "floe.plugin")).toEqual({ group });
  });

  test("hand a plugin its identity and configuration through floe.plugin.host", async () => {
    expect(at(await loaded(), "floe.plugin.host")).toEqual({
      identity: { name: "env", version: "1.2.3", floeApiVersion: "1.0", description: "d", dependencies: ["a"] },
      baseDir: "/app",
      config: undefined,
    });
    const plugin = new MINIMAL_PLUGINS["floe.secrets"]();
    plugin.configure({ a: 1 });
    expect(at(plugin, "floe.plugin.host")).toEqual({ identity: undefined, baseDir: undefined, config: { value: { a: 1 } } });
  });

  test("know an error by floe.error", () => {
    expect(at(new PluginInUseError({ plugin: "a:b", dependents: [] }), "floe.error")).toBe(true);
  });

  test("know a secret by floe.secret", () => {
    const value = secret().parse("hunter2");
    expect(at(value, "floe.secret")).toBe(true);
    expect(value.reveal()).toBe("hunter2");
  });

  test("share one registry through floe.registry, frozen and read-only", () => {
    const registry = getRegistry();
    const slot = at(globalThis, "floe.registry") as { readonly get: () => PluginRegistry };
    expect(slot).toEqual({
      version: expect.any(String),
      apiVersion: "1.0",
      path: expect.any(String),
      get: expect.any(Function),
      reset: expect.any(Function),
    });
    expect(slot.get()).toBe(registry);
    expect(Object.isFrozen(slot)).toBe(true);
    expect(Object.getOwnPropertyDescriptor(globalThis, Symbol.for("floe.registry"))).toMatchObject({ writable: false });
  });
});
