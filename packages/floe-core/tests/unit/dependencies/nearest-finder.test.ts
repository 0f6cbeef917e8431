import { describe, expect, test } from "vitest";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { nearestFinder } from "../../../src/dependencies/nearest-finder.ts";
import { node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins([node("computes:duckdb"), node("computes:spark"), node("secrets:vault")]);

describe("nearestFinder", () => {
  test("nearestFinder finds the nearest key, name or type", () => {
    const find = nearestFinder(known);
    expect(find("key", "compute:duckdb")).toBe("computes:duckdb");
    expect(find("name", "vualt")).toBe("vault");
    expect(find("type", "secret")).toBe("secrets");
    expect(find("name", "postgres")).toBeUndefined();
  });

  test("nearestFinder does not answer with the word itself", () => {
    expect(nearestFinder(known)("name", "duckdb")).toBeUndefined();
  });

  test("nearestFinder answers the same question again", () => {
    const find = nearestFinder(known);
    expect([find("name", "dukdb"), find("name", "dukdb")]).toEqual(["duckdb", "duckdb"]);
  });

  test("nearestFinder stops after 10,000 comparisons", () => {
    const many = new KnownPlugins(Array.from({ length: 5000 }, (_, index) => node(`x:plugin-${String(index)}`)));
    const find = nearestFinder(many);
    expect(find("name", "plugn-7")).toBe("plugin-7");
    expect(find("name", "plugn-8")).toBe("plugin-8");
    expect(find("name", "plugn-9")).toBeUndefined();
    expect(find("name", "plugn-8")).toBe("plugin-8");
  });
});
