import { PluginType, type PluginKey, type PluginRegistry, type ProcessSharing } from "floe-core";
import { expect, test } from "vitest";
import { compiledPlugins } from "../../../src/compile/compiled-plugins.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { FakeCompute, FakeOrchestrator, fakeRegistry } from "../../support/fake-plugins.ts";
import { registryWithFound } from "../../support/found-compute.ts";
import { readerOf } from "../../support/reader-of.ts";
import { recordingLogger } from "../../support/recording-logger.ts";

const DUCKDB: PluginKey = "floe.computes:duckdb";

/** What is compiled of an engine, and what was logged. */
function compiledFrom(registry: PluginRegistry, answering: ReadonlySet<PluginKey> = new Set([DUCKDB])): { readonly plugins: unknown; readonly lines: readonly string[] } {
  const logger = recordingLogger();
  return { plugins: compiledPlugins(registry, { order: [DUCKDB], answering }, [], logger), lines: logger.lines };
}

async function engine(getProcessSharing: () => ProcessSharing): Promise<PluginRegistry> {
  const registry = fakeRegistry({ compute: Object.assign(new FakeCompute(), { getProcessSharing }) });
  await registry.configure(PluginType.COMPUTE, "duckdb", {});
  return registry;
}

test("compiledPlugins says where each plugin comes from and keeps its configuration as written", () => {
  const registry = registryWithFound();
  registry.discoverAll();
  registry.register(PluginType.ORCHESTRATOR, new FakeOrchestrator());
  const selections = readPlugins(readerOf("plugins: { compute: { type: duckdb, config: { path: '${env:P}' } } }"), PLUGIN_KEYS);
  const order = [DUCKDB, "floe.orchestrators:local", "floe.dbt:gone"] as const;
  expect(compiledPlugins(registry, { order, answering: new Set(order) }, selections, recordingLogger())).toEqual([
    { key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "1.0.0", config: { path: "${env:P}" } },
    { key: "floe.orchestrators:local", package: "(registered)", version: "2.0.0", config: {} },
    { key: "floe.dbt:gone", package: "(registered)", version: "", config: {} },
  ]);
});

test.each(["none", "exclusive", "concurrent"] as const)("compiledPlugins keeps how processes share an engine's tables: %s", async (sharing) => {
  expect(compiledFrom(await engine(() => sharing))).toMatchObject({ plugins: [{ key: DUCKDB, sharing }], lines: [] });
});

test("compiledPlugins does not ask an engine that is not configured yet", () => {
  const registry = fakeRegistry({ compute: Object.assign(new FakeCompute(), { getProcessSharing: () => "none" }) });
  expect(compiledFrom(registry, new Set()).plugins).toEqual([expect.not.objectContaining({ sharing: expect.anything() as unknown })]);
});

test("compiledPlugins asks only engines that can say", async () => {
  const registry = fakeRegistry();
  await registry.configure(PluginType.COMPUTE, "duckdb", {});
  expect(compiledFrom(registry)).toEqual({ plugins: [expect.not.objectContaining({ sharing: expect.anything() as unknown })], lines: [] });
});

test("compiledPlugins goes without an answer that it does not know, and logs it", async () => {
  const { plugins, lines } = compiledFrom(await engine(() => "sometimes" as ProcessSharing));
  expect(plugins).toEqual([expect.not.objectContaining({ sharing: expect.anything() as unknown })]);
  expect(lines).toEqual([expect.stringContaining("something unknown")]);
});

test("compiledPlugins goes without the answer of an engine that throws, and logs it", async () => {
  const failing = (): never => {
    throw new Error("no idea");
  };
  const { plugins, lines } = compiledFrom(await engine(failing));
  expect(plugins).toEqual([expect.not.objectContaining({ sharing: expect.anything() as unknown })]);
  expect(lines).toEqual([expect.stringContaining("cannot say how processes share")]);
});
