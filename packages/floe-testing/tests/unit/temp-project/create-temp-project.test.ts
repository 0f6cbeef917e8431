import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageScan, PluginRegistry } from "floe-core";
import { describe, expect, test } from "vitest";
import { createTempProject } from "../../../src/temp-project/create-temp-project.ts";
import { IN_PROCESS_LAYOUTS } from "../../../src/temp-project/layouts/temp-layout.ts";
import { pluginPackage } from "../../../src/temp-project/plugin-package.ts";
import { yarnApiOf } from "../../support/yarn-api.ts";

/** A preset that brings a plugin along, a plugin of the application's own, and packages that floe has no business with. */
const PACKAGES = {
  preset: { floe: {} },
  brought: pluginPackage({ type: "floe.computes", name: "brought", package: { of: "preset" } }),
  "@scope/direct": pluginPackage({ type: "floe.storage", name: "direct", package: { direct: "devDependencies" } }),
  plain: {},
  unreachable: pluginPackage({ type: "floe.secrets", name: "unreachable", package: { of: "plain" } }),
};

function leftovers(): readonly string[] {
  return readdirSync(realpathSync(tmpdir())).filter((name) => name.startsWith("floe-project-"));
}

describe("createTempProject", () => {
  test.each(IN_PROCESS_LAYOUTS)("createTempProject %s is an application whose plugins are all discovered", (layout) => {
    using project = createTempProject({ layout, packages: PACKAGES });
    const report = new PluginRegistry({ cwd: project.path }).discoverAll();
    expect(report.skipped).toEqual([]);
    expect(report.conflicts).toEqual([]);
    expect(report.entryPoints.map(({ key, package: owner }) => [key, owner.path])).toEqual([
      ["floe.computes:brought", project.packagePath("brought")],
      ["floe.storage:direct", project.packagePath("@scope/direct")],
    ]);
  });

  test.each(IN_PROCESS_LAYOUTS)("createTempProject %s is seen whole by scope installed, as far as Node sees it", (layout) => {
    using project = createTempProject({ layout, packages: PACKAGES });
    const { entryPoints } = new PluginRegistry({ cwd: project.path, scope: "installed" }).discoverAll();
    const visible = {
      "npm-flat": ["brought", "unreachable", "direct"],
      "npm-nested": ["direct"],
      "npm-workspaces": ["brought", "unreachable", "direct"],
      "pnpm-isolated": ["direct"],
      "pnpm-hoisted": ["brought", "unreachable", "direct"],
      "yarn-node-modules": ["brought", "unreachable", "direct"],
    };
    expect(entryPoints.map(({ name }) => name)).toEqual(visible[layout]);
  });

  test("createTempProject yarn-pnp is an application whose plugins Yarn's own map leads to", () => {
    using project = createTempProject({ layout: "yarn-pnp", packages: PACKAGES });
    const scan = packageScan({ findPnpApi: () => yarnApiOf(project) });
    const found = (scope: "reachable" | "installed"): unknown => {
      const report = new PluginRegistry({ cwd: project.path, scope, sources: [scan] }).discoverAll();
      expect([report.skipped, report.conflicts]).toEqual([[], []]);
      return report.entryPoints.map(({ name, package: owner }) => [name, owner.path]);
    };
    const [brought, unreachable, direct] = ["brought", "unreachable", "@scope/direct"].map((id) => project.packagePath(id));
    expect(found("reachable")).toEqual([["brought", brought], ["direct", direct]]);
    expect(found("installed")).toEqual([["brought", brought], ["unreachable", unreachable], ["direct", direct]]);
  });

  test("createTempProject yarn-pnp gets the verdict of a process that Yarn did not start, as it is", () => {
    using project = createTempProject({ layout: "yarn-pnp", packages: PACKAGES });
    const { entryPoints, skipped } = new PluginRegistry({ cwd: project.path }).discoverAll();
    expect(entryPoints).toEqual([]);
    expect(skipped.map(({ code }) => code)).toContain("pnp_not_active");
  });

  test("createTempProject says what Node has to be told: nothing, but for Plug'n'Play", () => {
    for (const layout of IN_PROCESS_LAYOUTS) {
      using project = createTempProject({ layout, floeCore: "none" });
      expect(project.nodeArguments).toEqual([]);
    }
    using project = createTempProject({ layout: "yarn-pnp", floeCore: "none" });
    const [map, loader] = [join(project.root, ".pnp.cjs"), join(project.root, ".pnp.loader.mjs")];
    expect(project.nodeArguments).toEqual(["--require", map, "--experimental-loader", pathToFileURL(loader).href]);
    expect([map, loader].map((file) => existsSync(file))).toEqual([true, true]);
  });

  test("createTempProject without options is an empty application", () => {
    using project = createTempProject();
    expect(JSON.parse(readFileSync(join(project.path, "package.json"), "utf8"))).toMatchObject({
      name: "temp-app",
      version: "1.0.0",
      dependencies: { "floe-core": "*" },
    });
    expect(new PluginRegistry({ cwd: project.path }).discoverAll()).toMatchObject({ entryPoints: [], skipped: [] });
  });

  test("createTempProject writes the application's own block, fields and files", () => {
    using project = createTempProject({
      name: "shop",
      floe: { computes: { own: "./own.js" } },
      manifest: { version: "3.0.0" },
      files: { "own.js": "export default class {}\n" },
      floeCore: "none",
    });
    const { entryPoints } = new PluginRegistry({ cwd: project.path }).discoverAll();
    expect(entryPoints).toMatchObject([{ key: "floe.computes:own", package: { name: "shop", version: "3.0.0", path: project.path } }]);
    expect(existsSync(join(project.path, "node_modules/floe-core"))).toBe(false);
  });

  test("createTempProject lets a package's files replace its package.json", () => {
    using project = createTempProject({ packages: { a: { floe: {}, files: { "package.json": "raw" } } } });
    expect(readFileSync(join(project.packagePath("a"), "package.json"), "utf8")).toBe("raw");
  });

  test("createTempProject knows the folder of each package, and says which there are", () => {
    using project = createTempProject({ layout: "npm-workspaces", packages: { a: {}, b: { of: "a" } } });
    expect(project.packagePath("a")).toBe(join(project.root, "packages/a"));
    expect(project.packagePath("b")).toBe(join(project.root, "node_modules/b"));
    expect(() => project.packagePath("c")).toThrow('Cannot find package "c": the project has a, b');
    using empty = createTempProject({ floeCore: "none" });
    expect(() => empty.packagePath("c")).toThrow("the project has none");
  });

  test("createTempProject names the copy nearest to the application where there are several", () => {
    using project = createTempProject({
      layout: "npm-nested",
      packages: { a: { dependencies: ["twice"] }, b: { dependencies: ["twice"] }, twice: { of: [] } },
    });
    expect(project.packagePath("twice")).toBe(join(project.root, "node_modules/a/node_modules/twice"));
    expect(existsSync(join(project.root, "node_modules/b/node_modules/twice"))).toBe(true);
  });

  test("createTempProject writes further files, and none outside of itself", () => {
    using project = createTempProject({ layout: "npm-workspaces", floeCore: "none" });
    expect(readFileSync(project.write("a/b.txt", "text"), "utf8")).toBe("text");
    expect(project.write(join(project.root, "top.txt"), "text")).toBe(join(project.root, "top.txt"));
    expect(existsSync(project.write("..folder", "text"))).toBe(true);
    for (const path of ["../../..", "../../../elsewhere", "../..", "/elsewhere"]) {
      expect(() => project.write(path, "text")).toThrow(RangeError);
    }
  });

  test("createTempProject removes everything, twice too, and nothing that a link leads to", () => {
    const project = createTempProject({ packages: PACKAGES });
    const core = realpathSync(join(project.path, "node_modules/floe-core"));
    project.remove();
    project.remove();
    expect(existsSync(project.root)).toBe(false);
    expect(existsSync(join(core, "package.json"))).toBe(true);
  });

  test("createTempProject leaves nothing behind when it fails", () => {
    const before = leftovers();
    const impossible = { "file.txt": "text", "file.txt/below": "text" };
    expect(() => createTempProject({ floeCore: "none", files: impossible })).toThrow();
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });
});
