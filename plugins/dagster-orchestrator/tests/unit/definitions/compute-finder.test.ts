import { describe, expect, test } from "vitest";
import { computeFinder } from "../../../src/definitions/compute-finder.ts";
import { compute, product, transform } from "../../support/product.ts";

describe("computeFinder", () => {
  const plugins = [compute("duckdb"), compute("spark", "concurrent"), compute("mem", "none")];

  test("finds the compute that a transform states, or the first of the selected ones", () => {
    const of = computeFinder(product([], { plugins, selected: ["floe.secrets:env", "floe.computes:spark", "floe.computes:duckdb"] }));
    expect(of(transform("a"))).toEqual({ name: "spark", sharing: "concurrent" });
    expect(of(transform("a", [], { compute: "mem" }))).toEqual({ name: "mem", sharing: "none" });
  });

  test("takes the first of all plugins where none is said to be selected", () => {
    expect(computeFinder(product([], { plugins }))(transform("a"))).toEqual({ name: "duckdb", sharing: "exclusive" });
  });

  test("takes a compute that it knows nothing of for one at a time", () => {
    expect(computeFinder(product([], { plugins: [] }))(transform("a"))).toEqual({ name: null, sharing: "exclusive" });
  });
});
