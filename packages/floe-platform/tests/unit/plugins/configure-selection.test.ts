import { PluginRegistry, PluginType, type PluginConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { configureSelection } from "../../../src/plugins/configure-selection.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { resolveReferences, type Environment } from "../../../src/variables/resolve-references.ts";
import { FakeCompute, fakeRegistry } from "../../support/fake-plugins.ts";
import { problemsOf } from "../../support/reader-of.ts";

async function configure(plugins: string, env: Environment = {}, registry: PluginRegistry = fakeRegistry()) {
  const { document } = parseYaml(`plugins:\n  ${plugins}`, "floe.yaml");
  const problems = new ProblemList();
  const reader = new ShapeReader(document, resolveReferences(document, env, problems), problems);
  const selection = readPlugins(reader, PLUGIN_KEYS)[0]!;
  const isReady = await configureSelection(registry, selection, reader);
  return { isReady, config: registry.getConfig(selection.group, selection.name), problems: problemsOf(reader) };
}

describe("configureSelection", () => {
  test("configureSelection gives the plugin its configuration, with defaults", async () => {
    expect(await configure("compute: { type: duckdb, config: { threads: 2 } }")).toEqual({
      isReady: true,
      config: { threads: 2, path: ":memory:" },
      problems: [],
    });
    expect((await configure("orchestrator: local")).config).toBeNull();
  });

  test("configureSelection reports each issue of the schema at its place", async () => {
    const { isReady, config, problems } = await configure("compute: { type: duckdb, config: { thread: 2, threads: x, path: 3 } }");
    expect([isReady, config]).toEqual([false, undefined]);
    expect(problems.map(({ line, column, path, code, nearest }) => [line, column, path, code, nearest])).toEqual([
      [2, 38, "plugins.compute.config.thread", "plugin_config_invalid", "threads"],
      [2, 58, "plugins.compute.config.threads", "plugin_config_invalid", undefined],
      [2, 67, "plugins.compute.config.path", "plugin_config_invalid", undefined],
    ]);
    expect(problems[1]).toMatchObject({ message: "threads: not a number", expected: "number", found: "string" });
  });

  test("configureSelection reads a refused reference as the number or boolean it looks like", async () => {
    const text = "compute: { type: duckdb, config: { threads: '${env:T}', path: '${env:P:-7}' } }";
    expect(await configure(text, { T: "8" })).toMatchObject({ isReady: true, config: { threads: 8, path: "7" } });
  });

  test("configureSelection reads only whole references so, and only what JSON calls a number", async () => {
    const env = { T: "8", LONG: "0x8", EMPTY: "" };
    for (const text of ["'8'", "'${env:T}0'", "'${env:LONG}'", "'${env:EMPTY}'"]) {
      const { problems } = await configure(`compute: { type: duckdb, config: { threads: ${text} } }`, env);
      expect(problems).toMatchObject([{ path: "plugins.compute.config.threads" }]);
    }
  });

  test("configureSelection says nothing more of a variable that is not set", async () => {
    const { isReady, problems } = await configure("compute: { type: duckdb, config: { threads: '${env:T}' } }");
    expect(isReady).toBe(false);
    expect(problems.map(({ code }) => code)).toEqual(["variable_unset"]);
  });

  test("configureSelection reports a configuration for a plugin that takes none", async () => {
    const { problems } = await configure("orchestrator: { type: local, config: { a: 1 } }");
    expect(problems).toMatchObject([{ code: "plugin_config_invalid", line: 2 }]);
    expect(problems[0]?.path).toMatch(/^plugins\.orchestrator\.config/);
  });

  test("configureSelection reports a plugin that refuses the configuration itself", async () => {
    class Choosy extends FakeCompute {
      override configure(_config: { threads: number; path: string }): void {
        throw new RangeError("too many threads");
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Choosy());
    const { problems } = await configure("compute: { type: duckdb, config: { threads: 2 } }", {}, registry);
    expect(problems).toMatchObject([{ path: "plugins.compute.config", code: "plugin_config_invalid" }]);
    expect(problems[0]?.message).toContain("too many threads");
  });

  test("configureSelection reports an issue with the whole configuration by the plugin's name", async () => {
    class Whole extends FakeCompute {
      override getConfigSchema() {
        return {
          safeParse: (_input: unknown) => ({
            success: false as const,
            error: { issues: [{ code: "custom", path: [], message: "either or" }] },
          }),
        };
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Whole());
    const { problems } = await configure("compute: duckdb", {}, registry);
    expect(problems).toMatchObject([{ message: "the configuration of duckdb: either or", path: "plugins.compute.config" }]);
    const config: PluginConfig | null | undefined = registry.getConfig(PluginType.COMPUTE, "duckdb");
    expect(config).toBeUndefined();
  });
});
