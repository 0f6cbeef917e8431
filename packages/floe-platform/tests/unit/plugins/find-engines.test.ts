import { PluginRegistry, PluginType, type PluginKey } from "floe-core";
import { describe, expect, test } from "vitest";
import { findEngines } from "../../../src/plugins/find-engines.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { FakeCompute, fakeRegistry } from "../../support/fake-plugins.ts";
import { registryWithFound } from "../../support/found-compute.ts";
import { readerOf } from "../../support/reader-of.ts";

async function engines(compute: string, answering: PluginKey[], registry: PluginRegistry = fakeRegistry()): Promise<string[][]> {
  const selections = readPlugins(readerOf(`plugins: { orchestrator: local, compute: ${compute} }`), PLUGIN_KEYS);
  const found = await findEngines(registry, selections, new Set(answering));
  return [...found].map(([name, engine]) => [name, engine.name]);
}

describe(findEngines.name, () => {
  test("findEngines gives the selected engines that answer", async () => {
    expect(await engines("duckdb", ["floe.computes:duckdb"])).toEqual([["duckdb", "duckdb"]]);
    expect(await engines("duckdb", [])).toEqual([]);
  });

  test("findEngines lets the engine that was meant stand in for a slip", async () => {
    expect(await engines("duckbd", [])).toEqual([["duckbd", "duckdb"]]);
    expect(await engines("[duckdb, duckbd]", ["floe.computes:duckdb"])).toEqual([
      ["duckdb", "duckdb"],
      ["duckbd", "duckdb"],
    ]);
  });

  test("findEngines gives none where no name is near, or what is near is of no use", async () => {
    expect(await engines("spark", [])).toEqual([]);
    class Strict extends FakeCompute {
      override getConfigSchema() {
        return { safeParse: (_input: unknown) => ({ success: false as const, error: { issues: [] } }) };
      }
    }
    const strict = new PluginRegistry({ sources: [] });
    strict.register(PluginType.COMPUTE, new Strict());
    expect(await engines("duckbd", [], strict)).toEqual([]);
    const broken = registryWithFound(() => Promise.reject(new Error("boom")));
    broken.discoverAll();
    expect(await engines("duckbd", [], broken)).toEqual([]);
  });
});
