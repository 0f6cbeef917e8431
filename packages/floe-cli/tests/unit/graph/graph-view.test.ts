import { describe, expect, test } from "vitest";
import { graphView } from "../../../src/graph/graph-view.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

const registry = tangledRegistry();
const view = graphView(registry.graph(), registry.list());
const nodeOf = (key: string) => view.nodes.find((node) => node.key === key);

describe("graphView", () => {
  test("graphView orders nodes: those that start by wave, those that cannot by key, what is missing", () => {
    expect(view.nodes.map(({ key, wave, status }) => [key, wave, status])).toEqual([
      ["floe.catalogs:old", 1, "ready"],
      ["floe.catalogs:rest", 1, "ready"],
      ["floe.computes:spark", 1, "ready"],
      ["floe.storage:disk", 1, "ready"],
      ["floe.computes:duckdb", 2, "ready"],
      ["floe.orchestrators:local", 3, "ready"],
      ["floe.telemetry_backends:otel", 3, "ready"],
      ["floe.dbt:strict", null, "faulty"],
      ["floe.identity:oidc", null, "cycle"],
      ["floe.ingestion:lost", null, "faulty"],
      ["floe.orchestrators:vague", null, "faulty"],
      ["floe.orchestrators:waiting", null, "blocked"],
      ["floe.secrets:vault", null, "cycle"],
      ["floe.semantic_layers:late", null, "blocked"],
      ["duckbd", null, "missing"],
      ["floe.lineage_backends", null, "missing"],
      ['no"thing]\\', null, "missing"],
    ]);
  });

  test("graphView says which package, because of whom a plugin is blocked, and what will not load", () => {
    expect(nodeOf("floe.semantic_layers:late")).toMatchObject({ package: "one", version: "1.0.0", becauseOf: "floe.secrets:vault" });
    expect(nodeOf("floe.catalogs:rest")?.refused).toBe("conflict");
    expect(nodeOf("floe.catalogs:old")?.refused).toBe("incompatible");
    expect(nodeOf("floe.storage:disk")?.refused).toBeNull();
  });

  test("graphView draws an ambiguous need to every candidate, and a missing one to what is missing", () => {
    const from = (key: string) => view.edges.filter((edge) => edge.from === key).map(({ to, status }) => [to, status]);
    expect(from("floe.orchestrators:vague")).toEqual([["floe.computes:duckdb", "ambiguous"], ["floe.computes:spark", "ambiguous"]]);
    expect(from("floe.ingestion:lost")).toEqual([["duckbd", "missing"], ['no"thing]\\', "missing"]]);
    expect(view.cycles).toEqual([["floe.identity:oidc", "floe.secrets:vault", "floe.identity:oidc"]]);
  });

  test("graphView draws a selection and what it needs", () => {
    const part = graphView(registry.graph(["floe.orchestrators:local"]), registry.list());
    expect(part.nodes.map(({ key }) => key)).toEqual([
      "floe.storage:disk",
      "floe.computes:duckdb",
      "floe.orchestrators:local",
      "floe.lineage_backends",
    ]);
  });
});
