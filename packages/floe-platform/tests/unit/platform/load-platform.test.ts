import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { definePluginType, PluginMetadata, PluginRegistry, type EntryPointGroup } from "floe-core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { loadPlatform } from "../../../src/platform/load-platform.ts";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import { defineProduct } from "../../../src/product/define-product.ts";
import { FakeOrchestrator, fakeRegistry, type Journal } from "../../support/fake-plugins.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const files = {
  "floe.yaml": `name: flights
plugins:
  compute: { type: duckdb, config: { threads: "\${env:THREADS}", path: ./data/x.duckdb } }
sources:
  - { name: raw, path: ./raw.csv }
transforms: ./models
schedule: { cron: "@daily" }
`,
  "raw.csv": "a\n1",
  "models/daily.sql": "-- floe: { tags: [t] }\nSELECT * FROM staged",
  "models/staged.sql": "SELECT * FROM raw",
};

async function problemsOf(source: Parameters<typeof loadPlatform>[0], options: Parameters<typeof loadPlatform>[1]) {
  const failure: unknown = await loadPlatform(source, options).catch((error: unknown) => error);
  if (!(failure instanceof PlatformFileError)) throw failure;
  return failure.problems;
}

describe("loadPlatform", () => {
  test("loadPlatform makes a product ready and compiles it with its variables unresolved", async () => {
    const cwd = temporaryFolder(files);
    const journal: Journal = [];
    const platform = await loadPlatform("floe.yaml", { cwd, env: { THREADS: "2" }, registry: fakeRegistry({ journal }) });
    const { hash, ...artifacts } = platform.compile();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(artifacts).toMatchObject({
      version: "1.0",
      product: { name: "flights", root: cwd },
      plugins: [
        { key: "floe.computes:duckdb", version: "1.2.3", config: { threads: "${env:THREADS}", path: "./data/x.duckdb" } },
        { key: "floe.orchestrators:local", version: "2.0.0", config: {} },
      ],
      transforms: [
        { name: "staged", dependsOn: [], path: path.join(cwd, "models/staged.sql") },
        { name: "daily", dependsOn: ["staged"], tags: ["t"] },
      ],
      sources: [{ name: "raw", path: path.join(cwd, "raw.csv") }],
      schedule: { cron: "@daily", timezone: "UTC" },
    });
    expect(platform.file).toBe(path.join(cwd, "floe.yaml"));
    expect(journal).toEqual([]);
  });

  test("loadPlatform goes by the working folder, the environment and the options of the moment it is called", async () => {
    const cwd = temporaryFolder(files);
    const here = vi.spyOn(process, "cwd").mockReturnValue(cwd);
    const options: { env?: Record<string, string>; registry: PluginRegistry } = { env: { THREADS: "2" }, registry: fakeRegistry() };
    const loading = loadPlatform("floe.yaml", options);
    here.mockRestore();
    options.env = {};
    options.registry = new PluginRegistry({ sources: [] });
    await using platform = await loading;
    expect(platform.file).toBe(path.join(cwd, "floe.yaml"));
  });

  test("loadPlatform takes the environment that the process has when it is called", async () => {
    const before = process.env;
    onTestFinished(() => void (process.env = before));
    process.env = { ...before, THREADS: "2" };
    const loading = loadPlatform("floe.yaml", { cwd: temporaryFolder(files), registry: fakeRegistry() });
    process.env = before;
    await using platform = await loading;
    expect(platform.name).toBe("flights");
  });

  test("loadPlatform writes nothing", async () => {
    const cwd = temporaryFolder(files);
    await loadPlatform("floe.yaml", { cwd, env: { THREADS: "2" }, registry: fakeRegistry() });
    expect(readdirSync(cwd).sort()).toEqual(["floe.yaml", "models", "raw.csv"]);
    expect(existsSync(path.join(cwd, "data"))).toBe(false);
  });

  test("loadPlatform reports everything that is wrong at once, the platform file first", async () => {
    const cwd = temporaryFolder({
      "floe.yaml": `name: 1st
plugin: {}
plugins:
  compute: { type: duckdb, config: { threads: many, tread: 1 } }
  orchestrator: locale
  secrets: vault
sources:
  - { name: raw, path: ./nowhere.csv }
  - { name: raw, path: "\${env:NOPE}" }
transforms: ./models
schedule: { cron: "99 * * * *", timezone: Europe/Berln }
`,
      "models/a.sql": "-- floe: { materialization: veiw }\nSELECT * FROM b",
      "models/b.sql": "SELECT * FROM a",
    });
    const problems = await problemsOf("floe.yaml", { cwd, env: {}, registry: fakeRegistry() });
    expect(problems.map(({ file, line, column, code }) => [path.relative(cwd, file!), line, column, code].join(" "))).toEqual([
      "floe.yaml 1 7 name_invalid",
      "floe.yaml 2 1 key_unknown",
      "floe.yaml 4 47 plugin_config_invalid",
      "floe.yaml 4 53 plugin_config_invalid",
      "floe.yaml 5 17 plugin_not_found",
      "floe.yaml 6 12 plugin_not_found",
      "floe.yaml 8 24 source_not_found",
      "floe.yaml 9 13 name_repeated",
      "floe.yaml 9 24 variable_unset",
      "floe.yaml 11 19 cron_invalid",
      "floe.yaml 11 43 timezone_invalid",
      "models/a.sql 1 29 value_invalid",
      "models/a.sql 2 15 dependency_cycle",
    ]);
    for (const problem of problems) {
      expect(problem.message).not.toBe("");
      expect(problem.expected).not.toBe("");
      expect(problem.remedy).toMatch(/[.?]$/);
    }
  });

  test("loadPlatform finds cycles and bad SQL once the engine is ready", async () => {
    const cwd = temporaryFolder({
      ...files,
      "models/a.sql": "SELECT * FROM b",
      "models/b.sql": "SELECT * FROM a",
      "models/c.sql": "SELEC 1",
    });
    const problems = await problemsOf("floe.yaml", { cwd, env: { THREADS: "2" }, registry: fakeRegistry() });
    expect(problems.map(({ file, line, column, code }) => [path.relative(cwd, file!), line, column, code])).toEqual([
      ["models/a.sql", 1, 15, "dependency_cycle"],
      ["models/c.sql", 1, 1, "sql_invalid"],
    ]);
  });

  test.each([
    ["missing.yaml", "file_not_found"],
    ["broken.yaml", "syntax_invalid"],
    ["list.yaml", "type_invalid"],
  ])("loadPlatform stops at %s", async (file, code) => {
    const cwd = temporaryFolder({ "broken.yaml": "a: [", "list.yaml": "- a" });
    expect(await problemsOf(file, { cwd })).toMatchObject([{ file: path.join(cwd, file), code }]);
  });

  test("loadPlatform asks for a compute plugin where there are transforms", async () => {
    const cwd = temporaryFolder({ "floe.yaml": "name: x\nplugins: { orchestrator: local }\ntransforms: [{ name: a, sql: SELECT 1 }]" });
    expect(await problemsOf("floe.yaml", { cwd, registry: fakeRegistry() })).toMatchObject([
      { code: "key_missing", path: "plugins.compute", line: 2, column: 1 },
    ]);
    expect(await problemsOf({ name: "x", transforms: [] } as never, { cwd, registry: fakeRegistry() })).toMatchObject([
      { code: "key_missing", path: "plugins" },
    ]);
  });

  test("loadPlatform takes an object, whose problems have paths and no places", async () => {
    const cwd = temporaryFolder(files);
    const product = defineProduct({
      name: "objects",
      plugins: { compute: { type: "duckdb", config: { threads: 2 } } },
      sources: [{ name: "raw", path: "raw.csv" }],
      transforms: [{ name: "a", sql: "SELECT * FROM raw" }],
    });
    const platform = await loadPlatform(product, { cwd, registry: fakeRegistry() });
    expect(platform.file).toBeUndefined();
    expect(platform.compile().product).toEqual({ name: "objects", root: cwd });
    const problems = await problemsOf(
      { ...product, plugins: { compute: "duckbd" }, transforms: [{ name: "a", sql: "SELECT 1" }, { name: "a", sql: "SELECT 1" }] },
      { cwd, registry: fakeRegistry() },
    );
    expect(problems.map(({ path: where, code, file }) => [where, code, file])).toEqual([
      ["plugins.compute", "plugin_not_found", undefined],
      ["transforms[1].sql", "name_repeated", undefined],
    ]);
  });

  test("loadPlatform does without transforms, and then without compute and orchestrator", async () => {
    const platform = await loadPlatform({ name: "bare", plugins: {} }, { cwd: temporaryFolder(), scope: "installed" });
    expect(platform.compile()).toMatchObject({ plugins: [], transforms: [], sources: [] });
  });

  test("loadPlatform looks for plugins from the platform file's folder and needs no package.json there", async () => {
    const cwd = temporaryFolder(files);
    const problems = await problemsOf("floe.yaml", { cwd, env: { THREADS: "2" } });
    expect(problems.map(({ code, found }) => [code, found])).toEqual([
      ["plugin_not_found", "nothing"],
      ["plugin_not_found", "duckdb"],
    ]);
  });

  test("loadPlatform knows the platform's own plugin types by their keys", async () => {
    abstract class WidgetPlugin extends PluginMetadata {
      abstract render(): string;
    }
    class Widget extends WidgetPlugin {
      override readonly name = "plain";
      override readonly version = "1.0.0";
      override readonly floeApiVersion = "1.0";
      render(): string {
        return "";
      }
    }
    const widget = definePluginType({ group: "floe.widgets", base: WidgetPlugin, required: { render: "function" } });
    const registry = new PluginRegistry({ sources: [], types: [widget] });
    const plugin: PluginMetadata = new Widget();
    registry.register(widget.group as EntryPointGroup, plugin as never);
    const platform = await loadPlatform({ name: "x", plugins: { widget: "plain" } as object }, { registry, types: { widget } });
    expect(platform.plugins.map(({ key }) => key)).toEqual(["floe.widgets:plain"]);
  });

  test("loadPlatform gives up with its signal", async () => {
    const reason = new Error("enough");
    await expect(
      loadPlatform({ name: "x", plugins: {} }, { cwd: temporaryFolder(), signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
  });

  test("loadPlatform does not take a second orchestrator for the embedded one", async () => {
    const registry = new PluginRegistry({ sources: [] });
    class Other extends FakeOrchestrator {
      override readonly name = "other" as never;
    }
    registry.register("floe.orchestrators", new Other());
    const problems = await problemsOf(
      { name: "x", plugins: { orchestrator: "other", compute: "none" }, transforms: [{ name: "a", sql: "SELECT 1" }] },
      { registry },
    );
    expect(problems.map(({ path: where }) => where)).toEqual(["plugins.compute"]);
  });
});
