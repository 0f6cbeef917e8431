import { createTempProject, pluginPackage, TEMP_LAYOUTS } from "floe-testing";
import { describe, expect, test } from "vitest";
import { APPLICATION_MODULE, EXPECTED, PLUGIN_FILES, readPrinted } from "./application.ts";
import { run } from "./run.ts";

/*
 * The application that installs.test.ts installs with real package managers, written by createTempProject and run
 * in a process of its own: what a layout on disk promises has to hold for the real thing too.
 */

describe("createTempProject", () => {
  test.each(TEMP_LAYOUTS)("createTempProject %s: a process discovers, loads, configures, starts, checks and stops the plugin", async (layout) => {
    using project = createTempProject({
      layout,
      files: { "app.mjs": APPLICATION_MODULE },
      packages: { "demo-plugin": { version: "1.2.3", floeCore: "shared", files: PLUGIN_FILES } },
    });
    const stdout = await run(project.path, "node", [...project.nodeArguments, "app.mjs"]);
    expect(readPrinted(stdout)).toEqual(EXPECTED);
  });

  test("createTempProject yarn-pnp: CommonJS, a preset, a dependency and a floe-core of the plugin's own are found", async () => {
    using project = createTempProject({
      layout: "yarn-pnp",
      files: {
        "app.mjs": `import { PluginRegistry } from "floe-core";
          const registry = new PluginRegistry();
          registry.discoverAll();
          const { ok, plugins } = await registry.activateAll();
          await registry.shutdownAll();
          console.log(JSON.stringify({ ok, plugins: plugins.map(({ key }) => key), loaded: globalThis.loaded }));
          `,
      },
      packages: {
        preset: { floe: {} },
        brought: pluginPackage({ type: "floe.secrets", name: "brought", format: "commonjs", package: { of: "preset" } }),
        own: pluginPackage({
          type: "floe.storage",
          name: "own",
          before: 'import { version } from "needed"; globalThis.loaded = version;',
          dependencies: [{ name: "brought", version: "^1.0.0" }],
          package: { floeCore: "copy", dependencies: ["needed-2"] },
        }),
        needed: { manifest: { exports: "./index.js" }, files: { "index.js": 'export const version = "1";' } },
        "needed-2": { name: "needed", version: "2.0.0", of: [], files: { "index.js": 'export const version = "2";' } },
      },
    });
    const stdout = await run(project.path, "node", [...project.nodeArguments, "app.mjs"]);
    expect(readPrinted(stdout)).toEqual({ ok: true, plugins: ["floe.secrets:brought", "floe.storage:own"], loaded: "2" });
  });
});
