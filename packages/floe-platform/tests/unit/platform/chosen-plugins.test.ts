import { PluginRegistry, PluginType, type FailurePolicy } from "floe-core";
import { describe, expect, test } from "vitest";
import { ChosenPlugins } from "../../../src/platform/chosen-plugins.ts";
import type { PluginSelection } from "../../../src/product/read-plugins.ts";
import { FakeCompute, FakeOrchestrator } from "../../support/fake-plugins.ts";

class Second extends FakeCompute {
  override readonly name = "second";
}

function selectionOf(group: PluginSelection["group"], name: string): PluginSelection {
  const policy: FailurePolicy = "required";
  return { key: `${group}:${name}`, group, name, config: {}, rawConfig: {}, namePath: [], configPath: [], policy };
}

function chosen(...selections: PluginSelection[]): { chosen: ChosenPlugins; registry: PluginRegistry } {
  const registry = new PluginRegistry({ sources: [] });
  registry.register(PluginType.COMPUTE, new FakeCompute());
  registry.register(PluginType.COMPUTE, new Second());
  registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator());
  return { chosen: new ChosenPlugins(registry, selections), registry };
}

const second = selectionOf(PluginType.COMPUTE, "second");
const duckdb = selectionOf(PluginType.COMPUTE, "duckdb");
const local = selectionOf(PluginType.ORCHESTRATOR, "local");

describe("ChosenPlugins", () => {
  test("compute is the first that is selected, or the one named", () => {
    const { chosen: plugins } = chosen(second, duckdb);
    expect([plugins.compute(null).name, plugins.compute("duckdb").name]).toEqual(["second", "duckdb"]);
    expect([plugins.computeKey(null), plugins.computeKey("duckdb")]).toEqual(["floe.computes:second", "floe.computes:duckdb"]);
  });

  test("what is not selected is refused, though it is installed", () => {
    const { chosen: plugins } = chosen(second);
    const refusal = expect.objectContaining({ code: "FLOE_PLUGIN_NOT_FOUND", available: ["second"] });
    expect(() => plugins.compute("duckdb")).toThrow(refusal);
    expect(() => plugins.computeKey("duckdb")).toThrow(refusal);
    expect(() => plugins.orchestrator()).toThrow(expect.objectContaining({ pluginName: "(none selected)" }));
  });

  test("active holds the selected plugins that are up, by group, in the order of the file", async () => {
    const { chosen: plugins, registry } = chosen(second, duckdb, local);
    expect(plugins.active()).toEqual({});
    await registry.activateAll({ select: [second.key, duckdb.key] });
    const active = plugins.active();
    expect(Object.keys(active)).toEqual([PluginType.COMPUTE]);
    expect(active[PluginType.COMPUTE]?.map(({ name }) => name)).toEqual(["second", "duckdb"]);
    expect([plugins.hasOrchestrator, plugins.orchestrator().name]).toEqual([true, "local"]);
    expect(chosen(second).chosen.hasOrchestrator).toBe(false);
    await registry.shutdownAll();
  });
});
