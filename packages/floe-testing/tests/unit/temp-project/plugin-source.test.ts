import { runInThisContext } from "node:vm";
import * as core from "floe-core";
import { PluginType } from "floe-core";
import { describe, expect, test } from "vitest";
import { PLUGIN_SOURCES } from "../../../src/temp-project/plugin-source.ts";
import { createTestRegistry } from "../../../src/registry/test-registry.ts";

describe("PLUGIN_SOURCES", () => {
  test.each(Object.values(PluginType))("PLUGIN_SOURCES %s is all that its type requires", async (type) => {
    const { base, members } = PLUGIN_SOURCES[type];
    const source = `({ ${base}, resourcePreset }) => class extends ${base} {${members.join("\n")}}`;
    const evaluate = runInThisContext(source) as (core: unknown) => unknown;
    const load = (): unknown => evaluate(core);
    await using registry = createTestRegistry({ plugins: { [type]: { mine: { load, apiVersion: "1.0" } } } });
    await registry.activate(type, "mine");
    expect(await registry.healthCheck(type, "mine")).toMatchObject({ state: "healthy" });
  });
});
