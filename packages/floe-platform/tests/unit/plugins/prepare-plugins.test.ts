import { PluginRegistry, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { preparePlugins } from "../../../src/plugins/prepare-plugins.ts";
import { PLUGIN_KEYS } from "../../../src/product/plugin-keys.ts";
import { readPlugins } from "../../../src/product/read-plugins.ts";
import { FakeCompute, FakeOrchestrator, type Journal } from "../../support/fake-plugins.ts";
import { registryWithFound } from "../../support/found-compute.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

/** An orchestrator that needs a compute plugin. */
class Needy extends FakeOrchestrator {
  override readonly dependencies: readonly string[];
  constructor(dependency: string, journal?: Journal) {
    super(journal);
    this.dependencies = [dependency];
  }
}

class Strict extends FakeCompute {
  override getConfigSchema() {
    return {
      safeParse: (_input: unknown) => ({
        success: false as const,
        error: { issues: [{ code: "invalid_type", path: ["url"], message: "Required", expected: "string" }] },
      }),
    };
  }
}

async function prepare(yaml: string, registry: PluginRegistry) {
  const reader = readerOf(yaml);
  const prepared = await preparePlugins(registry, readPlugins(reader, PLUGIN_KEYS), reader);
  return { ...prepared, reader };
}

function registryOf(compute: FakeCompute, orchestrator: FakeOrchestrator): PluginRegistry {
  const registry = new PluginRegistry({ sources: [] });
  registry.register(PluginType.COMPUTE, compute);
  registry.register(PluginType.ORCHESTRATOR, orchestrator);
  return registry;
}

describe("preparePlugins", () => {
  test("preparePlugins lets an engine answer although its configuration is refused", async () => {
    const registry = registryOf(new FakeCompute(), new FakeOrchestrator());
    const { answering, reader } = await prepare("plugins: { compute: { type: duckdb, config: { threads: many } } }", registry);
    expect([...answering]).toEqual(["floe.computes:duckdb"]);
    expect(problemsOf(reader)).toMatchObject([{ code: "plugin_config_invalid", path: "plugins.compute.config.threads" }]);
  });

  test("preparePlugins does not hold a placeholder against a configuration that is refused as a whole", async () => {
    class Choosy extends FakeCompute {
      override configure({ path }: { path: string }): void {
        if (path === "placeholder") throw new RangeError("no such path");
      }
    }
    const reader = readerOf("plugins: { compute: { type: duckdb, config: { path: placeholder } } }");
    const registry = registryOf(new Choosy(), new FakeOrchestrator());
    const { answering } = await preparePlugins(registry, readPlugins(reader, PLUGIN_KEYS), reader, () => true);
    expect(problemsOf(reader)).toEqual([]);
    expect([...answering]).toEqual(["floe.computes:duckdb"]);
  });

  test("preparePlugins orders and configures the selected plugins and starts none", async () => {
    const journal: Journal = [];
    const registry = registryOf(new FakeCompute(journal), new Needy("duckdb", journal));
    const { order, answering, reader } = await prepare("plugins: { orchestrator: local, compute: { type: duckdb, config: { threads: 2 } } }", registry);
    expect(order).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    expect([...answering]).toEqual(order);
    expect(registry.getConfig(PluginType.COMPUTE, "duckdb")).toEqual({ threads: 2, path: ":memory:" });
    expect(problemsOf(reader)).toEqual([]);
    expect(journal).toEqual([]);
  });

  test("preparePlugins brings in what selected plugins need, with the configuration of its defaults", async () => {
    const registry = registryOf(new FakeCompute(), new Needy("duckdb"));
    const { answering, reader } = await prepare("plugins: { orchestrator: local }", registry);
    expect([...answering]).toEqual(["floe.computes:duckdb", "floe.orchestrators:local"]);
    expect(registry.getConfig(PluginType.COMPUTE, "duckdb")).toEqual({ threads: 4, path: ":memory:" });
    expect(briefly(reader)).toEqual([]);
  });

  test("preparePlugins reports a needed plugin that cannot do with its defaults", async () => {
    const { answering, reader } = await prepare("plugins: { orchestrator: local }", registryOf(new Strict(), new Needy("duckdb")));
    expect([...answering]).toEqual(["floe.orchestrators:local"]);
    expect(problemsOf(reader)).toMatchObject([{ code: "plugin_config_invalid", message: "url: Required", line: 1 }]);
  });

  test("preparePlugins reports plugins that are not there and dependencies that cannot be met", async () => {
    const registry = registryOf(new FakeCompute(), new Needy("nothing"));
    const { order, answering, reader } = await prepare("plugins:\n  orchestrator: local\n  compute: duckbd", registry);
    expect(order).toEqual([]);
    expect([...answering]).toEqual(["floe.orchestrators:local"]);
    expect(briefly(reader)).toEqual([
      "2:17 plugins.orchestrator plugin_dependency",
      "3:12 plugins.compute plugin_not_found",
    ]);
  });

  test("preparePlugins reports a needed plugin that cannot be loaded", async () => {
    const registry = registryWithFound(() => Promise.reject(new Error("boom")));
    registry.register(PluginType.ORCHESTRATOR, new Needy("duckdb"));
    const { answering, reader } = await prepare("plugins: { orchestrator: local }", registry);
    expect([...answering]).toEqual(["floe.orchestrators:local"]);
    expect(problemsOf(reader)).toMatchObject([{ code: "plugin_refused", path: "plugins", found: "duckdb" }]);
  });
});
