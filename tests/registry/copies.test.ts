import path from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { PluginRegistry } from "floe-core";
import { createTempProject, pluginPackage, type FloeCoreInstall, type TempProject } from "floe-testing";
import { describe, expect, test } from "vitest";

/* Really two copies of floe-core, in two folders: the one these tests run on, and one beside a plugin. */

function projectWith(floeCore: FloeCoreInstall, apiVersion = "1.0"): TempProject {
  const plugin = { ...pluginPackage({ type: "floe.computes", name: "elsewhere", apiVersion }), floeCore };
  return createTempProject({ packages: { elsewhere: plugin } });
}

/** Runs a module that is given the entry files of both copies; answers what it prints as JSON. */
async function runWithBoth(project: TempProject, body: string): Promise<unknown> {
  const other = path.join(project.packagePath("elsewhere"), "node_modules/floe-core/dist/index.js");
  const ours = path.resolve(import.meta.dirname, "../../packages/floe-core/dist/index.js");
  const code = `const ours = await import(process.argv[1]); const other = await import(process.argv[2]); ${body}`;
  const urls = [ours, other].map((file) => pathToFileURL(file).href);
  const { stdout } = await execa("node", ["--input-type=module", "-e", code, ...urls], { cwd: project.path, timeout: 30_000 });
  return JSON.parse(stdout);
}

describe("two copies of floe-core in one tree", () => {
  test("a plugin built on the other copy is loaded, configured, started and stopped", async () => {
    using project = projectWith("copy");
    await using registry = new PluginRegistry({ cwd: project.path });
    registry.discoverAll();
    const plugin = await registry.get("floe.computes", "elsewhere");
    expect([plugin.name, plugin.version]).toEqual(["elsewhere", "1.0.0"]);
    expect((await registry.activateAll()).ok).toBe(true);
    expect((await registry.shutdownAll()).ok).toBe(true);
  });

  test("a plugin built for another API major is refused before it is imported, with both versions and the remedy", async () => {
    using project = projectWith({ apiVersion: "2.0", version: "2.0.0" }, "2.0");
    const registry = new PluginRegistry({ cwd: project.path });
    registry.discoverAll();
    await expect(registry.get("floe.computes", "elsewhere")).rejects.toMatchObject({
      code: "FLOE_PLUGIN_INCOMPATIBLE",
      requiredVersion: "2.0",
      platformVersion: "1.0",
      hint: expect.stringContaining("Upgrade floe-core") as string,
    });
  });

  test("share one registry if their API majors agree, and know each other's errors", async () => {
    using project = projectWith("copy");
    const body = `
      const registry = ours.getRegistry();
      const error = await registry.get("floe.computes", "nothing").catch((thrown) => thrown);
      console.log(JSON.stringify({
        areTwo: ours.PluginRegistry !== other.PluginRegistry,
        isShared: other.getRegistry() === registry,
        isKnown: other.isPluginError(error),
      }));`;
    expect(await runWithBoth(project, body)).toEqual({ areTwo: true, isShared: true, isKnown: true });
  });

  test("do not share one registry across API majors: the error names both copies and what to do", async () => {
    using project = projectWith({ apiVersion: "2.0", version: "2.0.0" }, "2.0");
    const body = `
      ours.getRegistry();
      let json;
      try { other.getRegistry(); } catch (error) { json = error.toJSON(); }
      console.log(JSON.stringify(json));`;
    const error = await runWithBoth(project, body);
    expect(error).toMatchObject({ code: "FLOE_REGISTRY_CONFLICT", copies: [{ apiVersion: "1.0" }, { apiVersion: "2.0", version: "2.0.0" }] });
    const { copies } = error as { readonly copies: readonly { readonly path: string }[] };
    expect(copies[1]?.path).toContain(project.path);
    expect(copies[0]?.path).not.toBe(copies[1]?.path);
  });
});
