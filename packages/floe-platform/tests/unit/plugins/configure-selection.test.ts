import { PluginRegistry, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/document/parse-yaml.ts";
import { configIssues } from "../../../src/plugins/config-issues.ts";
import { configureSelection } from "../../../src/plugins/configure-selection.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { ShapeReader } from "../../../src/product/shape-reader.ts";
import { resolveReferences } from "../../../src/variables/resolve-references.ts";
import type { Environment } from "../../../src/variables/resolve-text.ts";
import { FakeCompute, fakeRegistry } from "../../support/fake-plugins.ts";

async function configure(plugins: string, env: Environment = {}) {
  const registry = fakeRegistry();
  const { document } = parseYaml(`plugins:\n  ${plugins}`, "floe.yaml");
  const problems = new ProblemList();
  const reader = new ShapeReader(document, resolveReferences(document, env, problems).value, problems);
  const selection = readPlugins(reader, PLUGIN_KEYS)[0]!;
  const refusal = await configureSelection(registry, selection);
  return { issues: configIssues(refusal?.error), config: registry.getConfig(selection.group, selection.name) };
}

describe("configureSelection", () => {
  test("configureSelection gives the plugin its configuration, with defaults", async () => {
    expect(await configure("compute: { type: duckdb, config: { threads: 2 } }")).toEqual({
      issues: [],
      config: { threads: 2, path: ":memory:" },
    });
    expect((await configure("orchestrator: local")).config).toBeNull();
  });

  test("configureSelection answers why a configuration was refused", async () => {
    const { issues, config } = await configure("compute: { type: duckdb, config: { thread: 2, threads: x, path: 3 } }");
    expect(config).toBeUndefined();
    expect(issues.map(({ path }) => path).sort()).toEqual(["path", "thread", "threads"]);
  });

  test("configureSelection reads a refused reference as the number or boolean it looks like", async () => {
    const text = "compute: { type: duckdb, config: { threads: '${env:T}', path: '${env:P:-7}' } }";
    expect(await configure(text, { T: "8" })).toEqual({ issues: [], config: { threads: 8, path: "7" } });
  });

  test("configureSelection reads only whole references so, and only what JSON calls a number", async () => {
    const env = { T: "8", LONG: "0x8", EMPTY: "" };
    for (const text of ["'8'", "'${env:T}0'", "'${env:LONG}'", "'${env:EMPTY}'"]) {
      const { issues } = await configure(`compute: { type: duckdb, config: { threads: ${text} } }`, env);
      expect(issues).toMatchObject([{ path: "threads" }]);
    }
  });

  test("configureSelection answers what a plugin threw that has no issues", async () => {
    class Choosy extends FakeCompute {
      override configure(_config: { threads: number; path: string }): void {
        throw new RangeError("too many threads");
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Choosy());
    const selection = { group: PluginType.COMPUTE, name: "duckdb", config: {}, rawConfig: {} } as const;
    const refusal = await configureSelection(registry, selection);
    expect(refusal?.error).toMatchObject({ code: "FLOE_PLUGIN_CONFIGURATION" });
    expect(String(refusal?.error)).toContain("too many threads");
  });

  test("configureSelection names the secrets in a configuration, so that the plugin's errors hold none", async () => {
    class Leaky extends FakeCompute {
      override startup(): Promise<void> {
        return Promise.reject(new Error(`no file ${this.config.path}`));
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Leaky());
    const selection = { group: PluginType.COMPUTE, name: "duckdb", config: { path: "hunter2hunter2" }, rawConfig: {} } as const;
    await configureSelection(registry, selection, ["hunter2hunter2"]);
    const report = await registry.activateAll();
    expect(report.plugins[0]?.error?.message).toContain("no file [secret]");
  });
});
