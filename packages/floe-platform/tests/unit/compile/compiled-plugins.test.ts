import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { compiledPlugins } from "../../../src/compile/compiled-plugins.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { FakeOrchestrator } from "../../support/fake-plugins.ts";
import { registryWithFound } from "../../support/found-compute.ts";
import { readerOf } from "../../support/reader-of.ts";

test("compiledPlugins says where each plugin comes from and keeps its configuration as written", () => {
  const registry = registryWithFound();
  registry.discoverAll();
  registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator());
  const selections = readPlugins(readerOf("plugins: { compute: { type: duckdb, config: { path: '${env:P}' } } }"), PLUGIN_KEYS);
  const order = ["floe.computes:duckdb", "floe.orchestrators:local", "floe.dbt:gone"] as const;
  expect(compiledPlugins(registry, order, selections)).toEqual([
    { key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "1.0.0", config: { path: "${env:P}" } },
    { key: "floe.orchestrators:local", package: "(registered)", version: "2.0.0", config: {} },
    { key: "floe.dbt:gone", package: "(registered)", version: "", config: {} },
  ]);
});
