import { describe, expect, test } from "vitest";
import { circularGraph } from "../../../src/dependencies/circular-graph.ts";
import { cyclePaths } from "../../../src/dependencies/cycle-paths.ts";
import { DependencyGraph } from "../../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../../src/dependencies/dependency-node.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { strongComponents } from "../../../src/dependencies/strong-components.ts";
import { graph, node, numberedKey } from "../../support/dependency-graph.ts";

function pathsIn(nodes: readonly DependencyNode[]): string[] {
  const dependencies = new DependencyGraph(new KnownPlugins(nodes));
  const paths = cyclePaths(circularGraph(dependencies, strongComponents(dependencies)));
  return paths.map((path) => path.map((id) => dependencies.known.nodes[id]?.name ?? "").join(" "));
}

describe("cyclePaths", () => {
  test.each<[string, string, string[]]>([
    ["none", "a>b", []],
    ["a plugin that needs itself", "a>a", ["a a"]],
    ["a circle, from its smallest key", "c>a a>b b>c", ["a b c a"]],
    ["two circles, the shorter first", "a>b b>c c>a x>y y>x", ["x y x", "a b c a"]],
    ["circles of one length, by key", "d>c c>d b>a a>b", ["a b a", "c d c"]],
    ["the shortest through a plugin that the shortest of all leaves out", "a>b b>c,d c>b d>a", ["b c b", "a b d a"]],
    ["no longer path through plugins that a shorter one covers", "a>b b>a,c c>a", ["a b a", "a b c a"]],
    ["a circle of which every plugin but one is on a shorter path", "a>b b>a,c c>d d>c,a", ["a b a", "c d c"]],
    ["the first by key of two equally short", "a>c,b b>a c>a", ["a b a", "a c a"]],
  ])("cyclePaths finds %s", (_, edges, expected) => {
    expect(pathsIn(graph(edges))).toEqual(expected);
  });

  test("cyclePaths finds every path of a small group, however late the shortest begins", () => {
    // A ring of a hundred; the last but one and the last need each other as well.
    const size = 100;
    const nodes = Array.from({ length: size }, (_, id) =>
      node(numberedKey(id), id === size - 1 ? [numberedKey(0), numberedKey(size - 2)] : [numberedKey(id + 1)]),
    );
    expect(pathsIn(nodes).map((path) => path.split(" ").length - 1)).toEqual([2, size]);
  });

  test("cyclePaths finds at least one path of a group that is too large to be searched through", () => {
    // A ring in which most plugins also need all of the first 60, which makes every search expensive.
    const size = 600;
    const hubs = Array.from({ length: 60 }, (_, id) => numberedKey(id));
    const nodes = Array.from({ length: size }, (_, id) =>
      node(numberedKey(id), id < 60 ? [numberedKey(id + 1)] : [numberedKey((id + 1) % size), ...hubs]),
    );
    const paths = pathsIn(nodes);
    expect(paths.length).toBeGreaterThan(0);
    expect(new Set(paths.flatMap((path) => path.split(" "))).size).toBeLessThan(size);
    for (const path of paths) expect(path.split(" ").at(-1)).toBe(path.split(" ")[0]);
  });
});
