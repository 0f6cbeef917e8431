import { describe, expect, test } from "vitest";
import { GROUP_PATTERN } from "../../src/plugin-key.ts";
import { PluginType } from "../../src/plugin-type.ts";

describe("PluginType", () => {
  test("PluginType holds the eleven entry-point groups", () => {
    expect(PluginType).toStrictEqual({
      COMPUTE: "floe.computes",
      ORCHESTRATOR: "floe.orchestrators",
      CATALOG: "floe.catalogs",
      STORAGE: "floe.storage",
      TELEMETRY_BACKEND: "floe.telemetry_backends",
      LINEAGE_BACKEND: "floe.lineage_backends",
      DBT: "floe.dbt",
      SEMANTIC_LAYER: "floe.semantic_layers",
      INGESTION: "floe.ingestion",
      SECRETS: "floe.secrets",
      IDENTITY: "floe.identity",
    });
  });

  test.each(Object.values(PluginType))("PluginType's group %s is well formed", (group) => {
    expect(group).toMatch(GROUP_PATTERN);
  });
});
