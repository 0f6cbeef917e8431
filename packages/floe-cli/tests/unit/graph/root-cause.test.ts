import type { PluginKey } from "floe-core";
import { expect, test } from "vitest";
import { indexGraph } from "../../../src/graph/graph-index.ts";
import { rootCause } from "../../../src/graph/root-cause.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

test.each<[PluginKey, PluginKey | undefined, string]>([
  ["floe.semantic_layers:late", "floe.secrets:vault", "what blocks it, through what is blocked itself"],
  ["floe.orchestrators:waiting", "floe.secrets:vault", "what blocks it"],
  ["floe.secrets:vault", undefined, "nothing for a plugin on a cycle"],
  ["floe.ingestion:lost", undefined, "nothing for a plugin at fault"],
  ["floe.computes:duckdb", undefined, "nothing for a plugin that can start"],
])("rootCause of %s is %s: %s", (plugin, cause) => {
  const registry = tangledRegistry();
  expect(rootCause(plugin, indexGraph(registry.graph(), registry.list()))).toBe(cause);
});

test("rootCause gives up where the resolution names no culprit", () => {
  const resolution = { order: [], waves: [], missing: [], ambiguous: [], versionConflicts: [], cycles: [], blocked: [] };
  const graph = { resolution, requirements: { "floe.dbt:a": [{ key: "floe.dbt:b", optional: false }] } } as const;
  expect(rootCause("floe.dbt:a", indexGraph(graph, []))).toBeUndefined();
});
