import { FLOE_PLUGIN_API_VERSION, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { pluginPackage } from "../../../src/temp-project/plugin-package.ts";

const plugin = { type: PluginType.COMPUTE, name: "my-2nd_engine" };

describe("pluginPackage", () => {
  test("pluginPackage writes a short entry, with a class named after the plugin", () => {
    const { floe, files } = pluginPackage(plugin);
    expect(floe).toEqual({
      apiVersion: FLOE_PLUGIN_API_VERSION,
      computes: { "my-2nd_engine": "./plugin.js#My2ndEnginePlugin" },
    });
    expect(files?.["plugin.js"]).toContain("export class My2ndEnginePlugin extends ComputePlugin");
  });

  test("pluginPackage writes a long entry where there is more to say", () => {
    const { floe } = pluginPackage({ ...plugin, description: "text", dependencies: ["floe.storage:disk"] });
    const entry = { entry: "./plugin.js#My2ndEnginePlugin", description: "text", dependencies: ["floe.storage:disk"] };
    expect(floe).toMatchObject({ computes: { "my-2nd_engine": entry } });
  });

  test("pluginPackage states the API version and the version that it is given, or none", () => {
    expect(pluginPackage({ ...plugin, apiVersion: "7.0", version: "2.0.0" })).toMatchObject({ version: "2.0.0", floe: { apiVersion: "7.0" } });
    expect(pluginPackage({ ...plugin, apiVersion: null }).floe).not.toHaveProperty("apiVersion");
    expect(pluginPackage(plugin)).not.toHaveProperty("version");
  });

  test("pluginPackage names the file and the export that it is given", () => {
    const { floe, files } = pluginPackage({ ...plugin, name: "x", file: "dist/x.mjs", export: "default" });
    expect(floe).toMatchObject({ computes: { x: "./dist/x.mjs" } });
    expect(Object.keys(files ?? {})).toEqual(["dist/x.mjs"]);
    expect(Object.keys(pluginPackage({ ...plugin, format: "commonjs" }).files ?? {})).toEqual(["plugin.cjs"]);
  });

  test("pluginPackage takes everything else about the package as it is, and adds its files", () => {
    const described = pluginPackage({ ...plugin, package: { of: "preset", files: { "plugin.js": "replaced", "data.json": "{}" } } });
    expect(described).toMatchObject({ of: "preset", files: { "plugin.js": "replaced", "data.json": "{}" } });
  });
});
