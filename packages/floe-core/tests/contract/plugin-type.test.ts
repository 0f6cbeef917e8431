import { readFileSync } from "node:fs";
import { FLOE_PLUGIN_API_VERSION, PluginRegistry, PluginType } from "floe-core";
import { describe, expect, test } from "vitest";

/* Written out by hand: manifests and platform files of others hold these texts. */
const GROUPS = {
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
};

describe("the eleven groups", () => {
  test("PluginType names them, and nothing else", () => {
    expect(PluginType).toStrictEqual(GROUPS);
  });

  test("a registry without types of the platform's own knows them, and nothing else", () => {
    const registry = new PluginRegistry({ sources: [] });
    expect(Object.keys(registry.listAll()).sort()).toEqual(Object.values(GROUPS).sort());
  });

  test("the JSON Schema of the floe block lists them beside its two reserved keys, and nothing else", () => {
    const text = readFileSync(new URL("../../schema/floe-block.json", import.meta.url), "utf8");
    const { properties } = JSON.parse(text) as { readonly properties: object };
    const keys = Object.values(GROUPS).map((group) => group.slice("floe.".length));
    expect(Object.keys(properties).sort()).toEqual([...keys, "apiVersion", "prefer"].sort());
  });
});

describe("FLOE_PLUGIN_API_VERSION", () => {
  test("FLOE_PLUGIN_API_VERSION is 1.0", () => {
    expect(FLOE_PLUGIN_API_VERSION).toBe("1.0");
  });
});
