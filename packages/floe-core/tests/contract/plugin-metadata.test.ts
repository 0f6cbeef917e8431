import { type HealthStatus, PluginMetadata, type PluginContext, PluginRegistry, type StartupContext, staticSource } from "floe-core";
import { describe, expect, test } from "vitest";
import { IDENTITY, MINIMAL_PLUGINS } from "../support/minimal-plugins.ts";

class Stated extends MINIMAL_PLUGINS["floe.secrets"] {
  readonly calls: string[] = [];
  readonly contexts: PluginContext[] = [];

  override startup(context: StartupContext): void {
    this.calls.push(`startup ${[...context.dependencies.keys()].join()}`);
    this.contexts.push(context);
  }

  override shutdown(context: PluginContext): void {
    this.calls.push("shutdown");
    this.contexts.push(context);
  }

  override healthCheck(context: PluginContext): HealthStatus {
    this.calls.push("healthCheck");
    this.contexts.push(context);
    return { state: "degraded" };
  }
}

describe("PluginMetadata", () => {
  test("offers these members, and nothing else", () => {
    expect(Object.getOwnPropertyNames(PluginMetadata.prototype).sort()).toEqual(
      [
        "constructor",
        ...["name", "version", "floeApiVersion", "description", "dependencies"],
        ...["config", "isConfigured", "baseDir"],
        ...["getConfigSchema", "configure", "startup", "shutdown", "healthCheck"],
      ].sort(),
    );
  });

  test("answers these defaults", () => {
    const plugin: PluginMetadata = new MINIMAL_PLUGINS["floe.secrets"]();
    expect({
      description: plugin.description,
      dependencies: plugin.dependencies,
      isConfigured: plugin.isConfigured,
      baseDir: plugin.baseDir,
      schema: plugin.getConfigSchema(),
    }).toEqual({ description: "", dependencies: [], isConfigured: false, baseDir: process.cwd(), schema: null });
    expect(() => plugin.name).toThrow(expect.objectContaining({ code: "FLOE_PLUGIN_CONTRACT" }));
    expect(() => plugin.config).toThrow(expect.objectContaining({ code: "FLOE_PLUGIN_CONFIGURATION" }));
  });

  test("a plugin that states nothing takes name, version, API version and dependencies from its manifest", async () => {
    const entry = { load: MINIMAL_PLUGINS["floe.secrets"], apiVersion: "1.0", version: "3.2.1", description: "a", dependencies: ["b"] };
    const registry = new PluginRegistry({ sources: [staticSource({ "floe.secrets": { env: entry } })] });
    registry.discoverAll();
    const { name, version, floeApiVersion, description, dependencies } = await registry.get("floe.secrets", "env");
    expect({ name, version, floeApiVersion }).toEqual({ name: "env", version: "3.2.1", floeApiVersion: "1.0" });
    expect({ description, dependencies }).toEqual({ description: "a", dependencies: ["b"] });
  });

  test("a plugin that is registered has to state name, version and API version itself", () => {
    for (const member of ["name", "version", "floeApiVersion"] as const) {
      const plugin = Object.assign(new MINIMAL_PLUGINS["floe.secrets"](), { ...IDENTITY, [member]: undefined });
      const registry = new PluginRegistry({ sources: [] });
      expect(() => registry.register("floe.secrets", plugin)).toThrow(expect.objectContaining({ code: "FLOE_PLUGIN_CONTRACT" }));
    }
  });

  test("every hook is given a signal and a logger, startup the dependencies too, and is called in this order", async () => {
    const plugin = Object.assign(new Stated(), IDENTITY, { dependencies: ["needed"] });
    const needed = Object.assign(new MINIMAL_PLUGINS["floe.identity"](), IDENTITY, { name: "needed" });
    await using registry = new PluginRegistry({ sources: [] });
    registry.register("floe.secrets", plugin);
    registry.register("floe.identity", needed);
    await registry.activateAll();
    expect(await registry.healthCheck("floe.secrets", "minimal")).toEqual({ state: "degraded", message: "", details: {} });
    await registry.shutdownAll();
    expect(plugin.calls).toEqual(["startup floe.identity:needed", "healthCheck", "shutdown"]);
    expect(plugin.contexts.map((context) => Object.keys(context).sort())).toEqual([
      ["dependencies", "logger", "signal"],
      ["logger", "signal"],
      ["logger", "signal"],
    ]);
    for (const { signal, logger } of plugin.contexts) {
      expect(signal).toBeInstanceOf(AbortSignal);
      expect(Object.keys(logger)).toEqual(expect.arrayContaining(["debug", "info", "warn", "error"]));
    }
  });
});
