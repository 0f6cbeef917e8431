import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ComputePlugin, FLOE_PLUGIN_API_VERSION, packageScan } from "floe-core";
import { copyFloeCore, createTempProject, createTestRegistry, pluginPackage, IN_PROCESS_LAYOUTS } from "floe-testing";
import { describe, expect, test } from "vitest";

describe("createTempProject", () => {
  test.each(IN_PROCESS_LAYOUTS)("createTempProject %s: plugins on the shared floe-core and on a copy of it both run", async (layout) => {
    using project = createTempProject({
      layout,
      packages: {
        near: pluginPackage({ type: "floe.computes", name: "near" }),
        far: pluginPackage({ type: "floe.computes", name: "far", package: { floeCore: "copy" } }),
      },
    });
    await using registry = createTestRegistry({ cwd: project.path, sources: [packageScan()] });
    expect(await registry.activateAll()).toMatchObject({ ok: true });
    expect(registry.find("floe.computes", "near")).toBeInstanceOf(ComputePlugin);
    expect(registry.find("floe.computes", "far")).not.toBeInstanceOf(ComputePlugin);
  });

  test("createTempProject gives two packages two copies, in two folders and with versions of their own", () => {
    using project = createTempProject({
      floeCore: "none",
      packages: { a: { floe: {}, floeCore: { version: "0.0.1" } }, b: { floe: {}, floeCore: { version: "0.0.2" } } },
    });
    const manifests = ["a", "b"].map((id) => {
      const folder = realpathSync(join(project.packagePath(id), id === "a" ? "../floe-core" : "node_modules/floe-core"));
      return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as unknown;
    });
    expect(manifests).toMatchObject([{ version: "0.0.1" }, { version: "0.0.2" }]);
  });
});

interface Core {
  readonly FLOE_PLUGIN_API_VERSION: string;
  readonly PluginRegistry: new (options: object) => { resolve: () => unknown };
}

async function copied(folder: string): Promise<Core> {
  return (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Core;
}

describe("copyFloeCore", () => {
  test("copyFloeCore makes a copy that runs, finds its own dependencies and says what the original says", async () => {
    using project = createTempProject({ floeCore: "none" });
    const folder = join(project.path, "copy");
    copyFloeCore(folder);
    const core = await copied(folder);
    expect(core.FLOE_PLUGIN_API_VERSION).toBe(FLOE_PLUGIN_API_VERSION);
    expect(realpathSync(join(folder, "node_modules/semver"))).not.toContain(project.path);
    expect(new core.PluginRegistry({ sources: [] }).resolve()).toMatchObject({ order: [] });
  });

  test("copyFloeCore makes a copy that says what it is told to", async () => {
    using project = createTempProject({ floeCore: "none" });
    const folder = join(project.path, "copy");
    copyFloeCore(folder, { version: "9.8.7", apiVersion: "2.0" });
    expect((await copied(folder)).FLOE_PLUGIN_API_VERSION).toBe("2.0");
    const files = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const stating = files.filter((file) => readFileSync(join(folder, "dist", file), "utf8").includes('FLOE_CORE_VERSION = "9.8.7"'));
    expect(stating).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({ version: "9.8.7" });
  });
});
