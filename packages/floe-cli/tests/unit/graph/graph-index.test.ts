import { expect, test } from "vitest";
import { edgeOf, indexGraph } from "../../../src/graph/graph-index.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

test("indexGraph finds what the resolution lists, by plugin and dependency", () => {
  const registry = tangledRegistry();
  const index = indexGraph(registry.graph(), registry.list());
  expect(index.infos.get("floe.computes:duckdb")?.version).toBe("1.0.0");
  expect(index.byName.get("duckdb")).toEqual(["floe.computes:duckdb"]);
  expect(index.byType.get("floe.computes")).toEqual(["floe.computes:duckdb", "floe.computes:spark"]);
  expect([index.waves.get("floe.storage:disk"), index.waves.get("floe.computes:duckdb")]).toEqual([1, 2]);
  expect([...index.circular].sort()).toEqual(["floe.identity:oidc", "floe.secrets:vault"]);
  expect(index.circularEdges).toContain(edgeOf("floe.secrets:vault", "floe.identity:oidc"));
  expect([...index.faulty].sort()).toEqual(["floe.dbt:strict", "floe.ingestion:lost", "floe.orchestrators:vague"]);
  expect(index.missing.get(edgeOf("floe.ingestion:lost", "duckbd"))?.nearest).toBe("duckdb");
  expect(index.ambiguous.get(edgeOf("floe.orchestrators:vague", "floe.computes"))?.candidates).toHaveLength(2);
  expect(index.versionConflicts.get(edgeOf("floe.dbt:strict", "floe.computes:duckdb ^2.0.0"))?.found).toBe("1.0.0");
});

test("indexGraph takes a selection that names nothing known", () => {
  const registry = tangledRegistry();
  const index = indexGraph(registry.graph(["floe.computes:none"]), registry.list());
  expect(index.missing.get(edgeOf(undefined, "floe.computes:none"))).toBeDefined();
  expect(index.faulty.size).toBe(0);
});
