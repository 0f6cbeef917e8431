import { describe, expect, test } from "vitest";
import { KnownPlugins, SEVERAL } from "../../../src/dependencies/known-plugins.ts";
import { node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins([node("x:b"), node("x:a"), node("y:b")]);

describe("KnownPlugins", () => {
  test("KnownPlugins numbers plugins in the order of their keys", () => {
    expect(known.size).toBe(3);
    expect([0, 1, 2].map((id) => known.keyOf(id))).toEqual(["x:a", "x:b", "y:b"]);
    expect(known.idOf("y:b")).toBe(2);
    expect(known.idOf("y:a")).toBeUndefined();
  });

  test("KnownPlugins takes what is sorted as it is", () => {
    const sorted = [node("a"), node("b")];
    expect(new KnownPlugins(sorted).nodes).toBe(sorted);
  });

  test("KnownPlugins finds the plugin that a key or a bare name means", () => {
    expect([known.idMeant("a"), known.idMeant("b"), known.idMeant("c")]).toEqual([0, SEVERAL, undefined]);
    expect([known.idMeant("x:b"), known.idMeant("x:c"), known.idMeant("a")]).toEqual([1, undefined, 0]);
  });

  test("KnownPlugins never takes a name for a key, nor a key for a name", () => {
    const odd = new KnownPlugins([node("x:y:z"), node("y:z"), node("z:w")]);
    expect([odd.idMeant("y:z"), odd.idMeant("z"), odd.idMeant("y:z")]).toEqual([1, 1, 1]);
    expect([odd.idOf("w"), odd.idMeant("w"), odd.idOf("w")]).toEqual([undefined, 2, undefined]);
  });

  test("KnownPlugins finds plugins by name, sorted by key", () => {
    expect(known.idsNamed("b")).toEqual([1, 2]);
    expect(known.idsNamed("a")).toEqual([0]);
    expect(known.idsNamed("c")).toEqual([]);
  });

  test("KnownPlugins finds plugins by type, sorted by key", () => {
    expect(known.idsOfType("x")).toEqual([0, 1]);
    expect(known.idsOfType("z")).toEqual([]);
  });

  test("KnownPlugins groups some plugins by type", () => {
    expect(known.byType([0, 2])).toEqual(new Map([["x", [0]], ["y", [2]]]));
  });

  test("KnownPlugins keeps the first of two plugins with one key", () => {
    const twice = new KnownPlugins([node("a", [], "1.0.0"), node("b"), node("a", [], "2.0.0")]);
    expect(twice.nodes.map(({ key, version }) => `${key} ${version ?? ""}`)).toEqual(["t:a 1.0.0", "t:b 1.0.0"]);
  });
});
