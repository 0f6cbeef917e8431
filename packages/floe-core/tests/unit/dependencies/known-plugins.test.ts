import { describe, expect, test } from "vitest";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins([node("x:b"), node("x:a"), node("y:b")]);

describe("KnownPlugins", () => {
  test("KnownPlugins numbers plugins as they come", () => {
    expect(known.size).toBe(3);
    expect([0, 1, 2].map((id) => known.keyOf(id))).toEqual(["x:b", "x:a", "y:b"]);
    expect(known.idOf("y:b")).toBe(2);
    expect(known.idOf("y:a")).toBeUndefined();
  });

  test("KnownPlugins finds plugins by name, sorted by key", () => {
    expect(known.idsNamed("b")).toEqual([0, 2]);
    expect(known.idsNamed("a")).toEqual([1]);
    expect(known.idsNamed("c")).toEqual([]);
  });

  test("KnownPlugins finds plugins by type, sorted by key", () => {
    expect(known.idsOfType("x")).toEqual([1, 0]);
    expect(known.idsOfType("z")).toEqual([]);
  });

  test("KnownPlugins sorts some plugins by type", () => {
    expect(known.byType([2, 0])).toEqual(new Map([["y", [2]], ["x", [0]]]));
  });

  test("KnownPlugins compares by key", () => {
    expect([0, 1, 2].sort(known.compare)).toEqual([1, 0, 2]);
    expect([known.compare(1, 1), known.compare(1, 0), known.compare(0, 1)]).toEqual([0, -1, 1]);
  });

  test("KnownPlugins keeps the first of two plugins with one key", () => {
    const twice = new KnownPlugins([node("a", [], "1.0.0"), node("b"), node("a", [], "2.0.0")]);
    expect(twice.nodes.map(({ key, version }) => `${key} ${version ?? ""}`)).toEqual(["t:a 1.0.0", "t:b 1.0.0"]);
  });
});
