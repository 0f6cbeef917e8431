import type { PluginGraph, PluginInfo } from "floe-core";
import { describe, expect, test } from "vitest";
import { dependencyOutcomes, type DependencyOutcome } from "../../../src/graph/dependency-outcomes.ts";
import { indexGraph } from "../../../src/graph/graph-index.ts";
import { plugins } from "../../support/results.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

function outcomesOf(key: string): readonly DependencyOutcome[] {
  const registry = tangledRegistry();
  const info = registry.list().find((one) => one.key === key);
  return info === undefined ? [] : dependencyOutcomes(info, indexGraph(registry.graph(), registry.list()));
}

describe("dependencyOutcomes", () => {
  test.each([
    ["ready", "floe.orchestrators:local", { dependency: "floe.computes:duckdb", plugins: ["floe.computes:duckdb"] }],
    ["ready", "floe.computes:duckdb", { dependency: "disk", plugins: ["floe.storage:disk"], optional: false }],
    ["ready", "floe.telemetry_backends:otel", { optional: true, plugins: ["floe.computes:duckdb"] }],
    ["missing", "floe.ingestion:lost", { dependency: "duckbd", plugins: [], nearest: "duckdb" }],
    ["ambiguous", "floe.orchestrators:vague", { plugins: ["floe.computes:duckdb", "floe.computes:spark"] }],
    ["version_conflict", "floe.dbt:strict", { range: "^2.0.0", found: "1.0.0", plugins: ["floe.computes:duckdb"] }],
    ["cycle", "floe.identity:oidc", { dependency: "vault", plugins: ["floe.secrets:vault"] }],
    ["blocked", "floe.semantic_layers:late", { plugins: ["floe.orchestrators:waiting"] }],
  ])("dependencyOutcomes calls %s what is needed by %s", (status, key, outcome) => {
    expect(outcomesOf(key)[0]).toMatchObject({ status, ...outcome });
  });

  test("dependencyOutcomes calls an optional dependency that is not there missing", () => {
    expect(outcomesOf("floe.computes:duckdb")[1]).toEqual({
      dependency: "floe.lineage_backends",
      range: null,
      optional: true,
      status: "missing",
      plugins: [],
      found: null,
      nearest: null,
    });
  });

  test("dependencyOutcomes says nothing of a plugin that several packages offer", () => {
    expect(outcomesOf("floe.catalogs:rest")).toEqual([]);
  });

  test("dependencyOutcomes takes the plugin of a type that was selected", () => {
    const one = plugins[0] as PluginInfo;
    const needing: PluginInfo = { ...one, key: "floe.dbt:x", type: "floe.dbt", name: "x", dependencies: [{ type: "floe.computes" }] };
    const infos = [one, { ...one, key: "floe.computes:spark" as const, name: "spark" }, needing];
    const graph: PluginGraph = {
      resolution: {
        order: ["floe.computes:spark", "floe.dbt:x"],
        waves: [["floe.computes:spark"], ["floe.dbt:x"]],
        ...{ missing: [], ambiguous: [], versionConflicts: [], cycles: [], blocked: [] },
      },
      requirements: { "floe.computes:spark": [], "floe.dbt:x": [{ key: "floe.computes:spark", optional: false }] },
    };
    expect(dependencyOutcomes(needing, indexGraph(graph, infos))[0]?.plugins).toEqual(["floe.computes:spark"]);
  });
});
