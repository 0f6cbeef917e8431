import { PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import { loadPlugins } from "../../../src/explain/load-plugins.ts";
import { anyVersion, packageTree, secretsModule, secretsPackage } from "../../support/package-tree.ts";

function registryOf(): PluginRegistry {
  const packages = { good: secretsPackage("good"), bad: secretsPackage("bad", "throw new Error('no such luck')") };
  const registry = new PluginRegistry({ cwd: packageTree({ dependencies: anyVersion("good", "bad") }, packages) });
  registry.discoverAll();
  return registry;
}

describe("loadPlugins", () => {
  test("loadPlugins times each plugin, and keeps a failure as a result", async () => {
    const registry = registryOf();
    const loaded = await loadPlugins(registry.list(), registry, new AbortController().signal);
    expect(loaded.get("floe.secrets:good")).toEqual({ durationMs: expect.any(Number), error: null, configuration: { kind: "none" } });
    expect(loaded.get("floe.secrets:bad")).toMatchObject({
      error: { code: "FLOE_PLUGIN_LOAD", stage: "import", message: expect.stringContaining("no such luck") },
      configuration: null,
    });
  });

  test("loadPlugins imports nothing once it is told to stop", async () => {
    const registry = registryOf();
    const reason = new Error("interrupted");
    await expect(loadPlugins(registry.list(), registry, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(registry.list().map(({ state }) => state)).toEqual(["discovered", "discovered"]);
  });

  test("loadPlugins gives up although a plugin's import takes no notice of it", async () => {
    const packages = { stuck: secretsPackage("stuck", "await new Promise(() => {});") };
    const registry = new PluginRegistry({ cwd: packageTree({ dependencies: anyVersion("stuck") }, packages) });
    registry.discoverAll();
    const controller = new AbortController();
    const loading = loadPlugins(registry.list(), registry, controller.signal);
    const reason = new Error("interrupted");
    controller.abort(reason);
    await expect(loading).rejects.toBe(reason);
  });

  test("loadPlugins shows what a plugin takes for configuration", async () => {
    const schema = '{ safeParse: (data) => ({ success: true, data }), "~standard": { jsonSchema: { input: () => ({ type: "object" }) } } }';
    const packages = { acme: secretsPackage("vault", secretsModule("vault", schema)) };
    const registry = new PluginRegistry({ cwd: packageTree({ dependencies: anyVersion("acme") }, packages) });
    registry.discoverAll();
    const loaded = await loadPlugins(registry.list(), registry, new AbortController().signal);
    expect(loaded.get("floe.secrets:vault")?.configuration).toEqual({ kind: "schema", schema: { type: "object" } });
  });
});
