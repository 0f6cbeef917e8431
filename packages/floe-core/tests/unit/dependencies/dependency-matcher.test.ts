import { describe, expect, test } from "vitest";
import { DependencyMatcher } from "../../../src/dependencies/dependency-matcher.ts";
import { GraphProblems, type ListedProblems } from "../../../src/dependencies/graph-problems.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import { key, node } from "../../support/dependency-graph.ts";

// By number: x:a, x:b, y:b.
const known = new KnownPlugins([node("x:a"), node("x:b"), node("y:b")]);

function match(dependency: PluginDependency, dependent = 0, chosen: readonly string[] = []): [string | undefined, ListedProblems] {
  const problems = new GraphProblems(known);
  const found = new DependencyMatcher(known, problems, chosen.map(key)).match(dependent, dependency);
  return [found && `${known.keyOf(found.target)}${found.optional ? "?" : ""}`, problems.list()];
}

const nothing = { missing: [], ambiguous: [], versionConflicts: [] };

describe("DependencyMatcher", () => {
  test.each<[PluginDependency, number, string]>([
    ["x:b", 0, "x:b"],
    ["x:a", 0, "x:a"],
    ["a", 1, "x:a"],
    ["b", 1, "y:b"],
    [{ type: "y" }, 0, "y:b"],
    [{ type: "y", name: "b", optional: true }, 0, "y:b?"],
    [{ name: "b", version: "^1.0.0" }, 2, "x:b"],
  ])("DependencyMatcher finds the plugin that %j of number %i means", (dependency, dependent, expected) => {
    expect(match(dependency, dependent)).toEqual([expected, nothing]);
  });

  test("DependencyMatcher finds the plugin chosen for a type", () => {
    expect(match({ type: "x" }, 2, ["x:b"])).toEqual(["x:b", nothing]);
  });

  test("DependencyMatcher finds nothing for what is not there, and reports it unless it is optional", () => {
    expect(match("c:d")).toMatchObject([undefined, { missing: [{ plugin: "x:a", dependency: "c:d" }] }]);
    expect(match("a")).toMatchObject([undefined, { missing: [{ plugin: "x:a", dependency: "a" }] }]);
    expect(match({ name: "c", optional: true })).toEqual([undefined, nothing]);
  });

  test("DependencyMatcher finds nothing if several are meant, and reports them", () => {
    expect(match("b")).toMatchObject([undefined, { ambiguous: [{ plugin: "x:a", dependency: "b", candidates: ["x:b", "y:b"] }] }]);
  });

  test("DependencyMatcher reports a version that is not accepted, and finds the plugin all the same", () => {
    expect(match({ type: "x", name: "b", version: "^2.0.0" })).toMatchObject([
      "x:b",
      { versionConflicts: [{ plugin: "x:a", dependency: "x:b", range: "^2.0.0", found: "1.0.0" }] },
    ]);
  });
});
