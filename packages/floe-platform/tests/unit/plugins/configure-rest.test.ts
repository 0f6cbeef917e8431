import { PluginRegistry, PluginType, type PluginConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import { configureRest } from "../../../src/plugins/configure-rest.ts";
import { configureSelection } from "../../../src/plugins/configure-selection.ts";
import { FakeCompute, fakeRegistry } from "../../support/fake-plugins.ts";

const place = { namePath: ["plugins"], configPath: ["plugins"], policy: "required" } as const;

function selectionOf(config: PluginConfig) {
  return { ...place, key: "floe.computes:duckdb", group: PluginType.COMPUTE, name: "duckdb", config, rawConfig: config } as const;
}

async function rest(config: PluginConfig, registry: PluginRegistry = fakeRegistry()) {
  const selection = selectionOf(config);
  const refusal = await configureSelection(registry, selection);
  expect(refusal).toBeDefined();
  return { isAnswering: await configureRest(registry, selection, refusal?.error), config: registry.getConfig(PluginType.COMPUTE, "duckdb") };
}

describe(configureRest.name, () => {
  test("configureRest keeps what was not at fault", async () => {
    expect(await rest({ threads: "many", tread: 1, path: "x.duckdb" })).toEqual({
      isAnswering: true,
      config: { threads: 4, path: "x.duckdb" },
    });
  });

  test("configureRest falls back to the defaults where no entry is named", async () => {
    class Choosy extends FakeCompute {
      override configure({ threads }: { threads: number }): void {
        if (threads === 9) throw new RangeError("too many threads");
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Choosy());
    expect(await rest({ threads: 9 }, registry)).toMatchObject({ isAnswering: true, config: { threads: 4 } });
  });

  test("configureRest answers false for a plugin that can do with nothing", async () => {
    class Strict extends FakeCompute {
      override getConfigSchema() {
        const issues = [{ code: "invalid_type", path: ["url"], message: "Required" }];
        return { safeParse: (_input: unknown) => ({ success: false as const, error: { issues } }) };
      }
    }
    const registry = new PluginRegistry({ sources: [] });
    registry.register(PluginType.COMPUTE, new Strict());
    expect(await rest({}, registry)).toEqual({ isAnswering: false, config: undefined });
  });
});
