import { describe, expect, test } from "vitest";
import { OrchestratorPlugin } from "../../../src/plugin/orchestrator-plugin.ts";
import { readPluginBrand } from "../../../src/plugin/plugin-brand.ts";
import { PluginMetadata } from "../../../src/plugin/plugin-metadata.ts";

describe("OrchestratorPlugin", () => {
  test("OrchestratorPlugin carries the brand of floe.orchestrators and extends the common base", () => {
    expect(readPluginBrand(OrchestratorPlugin.prototype)).toStrictEqual({ group: "floe.orchestrators" });
    expect(OrchestratorPlugin.prototype).toBeInstanceOf(PluginMetadata);
  });

  test("OrchestratorPlugin has no sensor by default", () => {
    expect(OrchestratorPlugin.prototype.sensorDefinition()).toBeNull();
  });
});
