import { describe, expect, test } from "vitest";
import { candidateFinder } from "../../../src/dependencies/candidate-finder.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { readDependency } from "../../../src/dependencies/read-dependency.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import { key, node } from "../../support/dependency-graph.ts";

const known = new KnownPlugins([node("x:a"), node("x:b"), node("y:a"), node("z:only")]);

function find(dependency: PluginDependency, dependent: string, chosen: readonly string[] = []): readonly string[] {
  const finder = candidateFinder(known, chosen.map(key));
  return finder(readDependency(dependency), known.idOf(dependent) ?? -1).map((id) => known.keyOf(id));
}

describe("candidateFinder", () => {
  test("candidateFinder finds a key, the dependent's own too", () => {
    expect(find("x:a", "x:b")).toEqual(["x:a"]);
    expect(find("x:a", "x:a")).toEqual(["x:a"]);
    expect(find("x:c", "x:a")).toEqual([]);
  });

  test("candidateFinder finds every plugin of a name but the dependent", () => {
    expect(find("a", "x:b")).toEqual(["x:a", "y:a"]);
    expect(find("a", "x:a")).toEqual(["y:a"]);
    expect(find("only", "z:only")).toEqual([]);
  });

  test("candidateFinder finds the plugins of a type, the chosen ones first of all", () => {
    expect(find({ type: "x" }, "y:a")).toEqual(["x:a", "x:b"]);
    expect(find({ type: "x" }, "y:a", ["x:b", "y:a"])).toEqual(["x:b"]);
    expect(find({ type: "x" }, "y:a", ["x:b", "x:a"])).toEqual(["x:a", "x:b"]);
    expect(find({ type: "w" }, "y:a")).toEqual([]);
  });

  test("candidateFinder looks among all plugins of a type if none of it was chosen", () => {
    expect(find({ type: "z" }, "y:a", ["x:a", "z:unknown"])).toEqual(["z:only"]);
  });

  test("candidateFinder never finds the dependent for its own type", () => {
    expect(find({ type: "x" }, "x:a", ["x:a"])).toEqual(["x:b"]);
    expect(find({ type: "z" }, "z:only", ["z:only"])).toEqual([]);
  });

  test("candidateFinder stops at 100 candidates", () => {
    const many = new KnownPlugins(Array.from({ length: 150 }, (_, index) => node(`x:p${String(index).padStart(3, "0")}`)));
    const found = candidateFinder(many, [])(readDependency({ type: "x" }), 0);
    expect(found).toHaveLength(100);
    expect(many.keyOf(found[0] ?? 0)).toBe("x:p001");
  });
});
