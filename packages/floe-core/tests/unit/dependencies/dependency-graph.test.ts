import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DependencyGraph, type GraphSelection } from "../../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../../src/dependencies/dependency-node.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";
import type { PluginKey } from "../../../src/plugin-key.ts";
import { graph, key, node } from "../../support/dependency-graph.ts";

function build(nodes: readonly DependencyNode[], selection?: GraphSelection): DependencyGraph {
  return new DependencyGraph(new KnownPlugins(nodes), selection);
}

/** Each member with its edges; a question mark for the optional ones. */
function edgesOf({ known, isMember, firstEdge, endEdge, targets, isOptional }: DependencyGraph): Record<string, string[]> {
  const edges: Record<string, string[]> = {};
  for (const [id, one] of known.nodes.entries()) {
    if (isMember[id] !== 1) continue;
    const list: string[] = [];
    for (let edge = firstEdge[id] ?? 0; edge < (endEdge[id] ?? 0); edge += 1) {
      list.push(`${known.nodes[targets[edge] ?? 0]?.name ?? ""}${isOptional[edge] === 1 ? "?" : ""}`);
    }
    edges[one.name] = list;
  }
  return edges;
}

describe("DependencyGraph", () => {
  test("DependencyGraph holds all nodes without a selection", () => {
    expect(edgesOf(build(graph("a>b,c b>c d")))).toEqual({ a: ["b", "c"], b: ["c"], c: [], d: [] });
  });

  test("DependencyGraph holds the selected nodes and everything they need", () => {
    expect(edgesOf(build(graph("a>b b>c c>b d>a e"), { select: [key("a"), key("a")] }))).toEqual({ a: ["b"], b: ["c"], c: ["b"] });
    expect(edgesOf(build(graph("a>b"), { select: [] }))).toEqual({});
  });

  test("DependencyGraph follows optional dependencies into the selection", () => {
    const nodes = [node("a", [{ name: "b", optional: true }]), node("b")];
    expect(edgesOf(build(nodes, { select: [key("a")] }))).toEqual({ a: ["b?"], b: [] });
  });

  test("DependencyGraph makes one edge of a dependency that is stated several times", () => {
    const nodes = [node("a", ["b", "t:b", { type: "t", name: "b" }, { name: "b" }]), node("b")];
    expect(edgesOf(build(nodes))).toEqual({ a: ["b"], b: [] });
  });

  test("DependencyGraph makes a required edge of one that is stated as required and as optional", () => {
    const optional = { name: "b", optional: true };
    expect(edgesOf(build([node("a", [optional, "b"]), node("b")]))).toEqual({ a: ["b"], b: [] });
    expect(edgesOf(build([node("a", ["b", optional]), node("b")]))).toEqual({ a: ["b"], b: [] });
  });

  test("DependencyGraph makes one edge of a dependency on the dependent itself", () => {
    const nodes = [node("a", ["t:a", { type: "t", name: "a" }]), node("b")];
    expect(edgesOf(build(nodes))).toEqual({ a: ["a"], b: [] });
  });

  test("DependencyGraph asks nothing of what is settled", () => {
    const built = build([node("a", ["b", "missing"]), node("b", ["c"]), node("c")], { isSettled: ({ name }) => name === "a" });
    expect(edgesOf(built)).toEqual({ a: [], b: ["c"], c: [] });
    expect(built.problems.list().missing).toEqual([]);
  });

  test("DependencyGraph leads from each node to the edges that end there", () => {
    const built = build(graph("a>b,c b>c c d>c,d"));
    const sourcesOf = (id: number): number[] => {
      const sources: number[] = [];
      for (let edge = built.lastEdgeTo[id] ?? 0; edge !== 0; edge = built.edgeBefore[edge] ?? 0) sources.push(built.sources[edge] ?? -1);
      return sources;
    };
    expect([0, 1, 2, 3].map(sourcesOf)).toEqual([[], [0], [3, 1, 0], [3]]);
  });

  test("DependencyGraph lists its members, each after one that needs it or as selected", () => {
    expect([...build(graph("a>d d>b b c"), { select: [key("c"), key("a"), key("c")] }).members]).toEqual([2, 0, 3, 1]);
    expect([...build(graph("a>d d>b b c")).members]).toEqual([0, 1, 2, 3]);
  });

  test("DependencyGraph reports what is missing, unless it is optional", () => {
    const { problems } = build([node("a", ["x", { name: "y", optional: true }])]);
    expect(problems.list().missing).toMatchObject([{ plugin: "t:a", dependency: "x" }]);
  });

  test("DependencyGraph reports what is ambiguous, optional or not, and makes no edge of it", () => {
    const nodes = [node("x:a", [{ name: "b", optional: true }, { type: "z" }]), node("y:b"), node("z:b"), node("z:c")];
    const built = build(nodes);
    expect(built.problems.list().ambiguous).toEqual([
      { plugin: "x:a", dependency: "b", candidates: ["y:b", "z:b"] },
      { plugin: "x:a", dependency: "z", candidates: ["z:b", "z:c"] },
    ]);
    expect(edgesOf(built).a).toEqual([]);
  });

  test("DependencyGraph reports versions that are not accepted, optional or not, and keeps the edge", () => {
    const nodes = [
      node("a", [{ name: "b", version: "^2.0.0", optional: true }, { name: "c", version: "^1.0.0" }, { name: "d", version: "^1.0.0" }]),
      node("b"),
      node("c"),
      node("d", [], null),
    ];
    const built = build(nodes);
    expect(built.problems.list().versionConflicts).toEqual([
      { plugin: "t:a", dependency: "t:b", range: "^2.0.0", found: "1.0.0" },
      { plugin: "t:a", dependency: "t:d", range: "^1.0.0", found: "unknown", reason: "its version is not known" },
    ]);
    expect(edgesOf(built).a).toEqual(["b?", "c", "d"]);
  });

  test("DependencyGraph reports selected keys that are not known", () => {
    const { problems } = build([node("alpha")], { select: [key("alpa"), key("alpha")] });
    expect(problems.list().missing).toEqual([{ plugin: undefined, dependency: "t:alpa", nearest: "t:alpha" }]);
  });

  test("DependencyGraph takes the chosen plugin of a type, and the selected one if none is chosen", () => {
    const nodes = [node("x:a", [{ type: "y" }]), node("y:b"), node("y:c")];
    expect(edgesOf(build(nodes, { chosen: [key("y:c")] })).a).toEqual(["c"]);
    expect(edgesOf(build(nodes, { select: [key("x:a"), key("y:b")] })).a).toEqual(["b"]);
    expect(edgesOf(build(nodes, { select: [key("x:a"), key("y:b")], chosen: [key("y:c")] })).a).toEqual(["c"]);
  });

  test("DependencyGraph judges only what is selected", () => {
    const { problems } = build([node("a"), node("b", ["missing"])], { select: [key("a")] });
    expect(problems.list().missing).toEqual([]);
  });
});

/** Up to five plugins of two types; what they need is written in every way there is. */
const someNodes: fc.Arbitrary<DependencyNode[]> = fc
  .uniqueArray(fc.constantFrom("x:a", "x:b", "x:c", "y:a", "y:b"), { minLength: 1 })
  .chain((keys) => {
    const name = fc.constantFrom("a", "b", "c", "d");
    const type = fc.constantFrom("x", "y", "z");
    const dependency: fc.Arbitrary<PluginDependency> = fc.oneof(
      name,
      fc.constantFrom(...keys),
      fc.record({ name, optional: fc.boolean() }),
      fc.record({ type, optional: fc.boolean() }),
      fc.record({ type, name, optional: fc.boolean() }, { requiredKeys: ["type", "name"] }),
    );
    return fc.tuple(...keys.map((one) => fc.array(dependency, { maxLength: 4 }).map((dependencies) => node(one, dependencies))));
  });

/** What every plugin needs, as plainly as it can be said: its edges, a question mark for the optional ones, and what it cannot have. */
function plainly(nodes: readonly DependencyNode[]): Record<string, { edges: string[]; missing: string[]; ambiguous: string[] }> {
  const said = (one: DependencyNode): { edges: string[]; missing: string[]; ambiguous: string[] } => {
    const optional = new Map<string, boolean>();
    const missing = new Set<string>();
    const ambiguous = new Set<string>();
    for (const dependency of one.dependencies) {
      const { type, name, optional: may = false } =
        typeof dependency !== "string" ? dependency : dependency.includes(":") ? { type: dependency[0], name: dependency[2] } : { name: dependency };
      const found = nodes.filter(
        (other) => (type ?? other.type) === other.type && (name ?? other.name) === other.name && (other !== one || (type !== undefined && name !== undefined)),
      );
      const text = [type, name].filter((part) => part !== undefined).join(":");
      if (found.length > 1) ambiguous.add(text);
      else if (found[0] !== undefined) optional.set(found[0].key, may && (optional.get(found[0].key) ?? true));
      else if (!may) missing.add(text);
    }
    return {
      edges: [...optional].map(([to, may]) => `${to}${may ? "?" : ""}`).sort(),
      missing: [...missing].sort(),
      ambiguous: [...ambiguous].sort(),
    };
  };
  return Object.fromEntries(nodes.map((one) => [one.key, said(one)]));
}

test("DependencyGraph agrees with the plainest way to say who needs whom", () => {
  fc.assert(
    fc.property(someNodes, (nodes) => {
      const { known, problems, firstEdge, endEdge, targets, isOptional, lastEdgeTo, edgeBefore, sources } = build(nodes);
      const { missing, ambiguous } = problems.list();
      const read = known.nodes.map((one, id) => {
        const edges: string[] = [];
        for (let edge = firstEdge[id] ?? 0; edge < (endEdge[id] ?? 0); edge += 1) {
          edges.push(`${known.keyOf(targets[edge] ?? -1)}${isOptional[edge] === 1 ? "?" : ""}`);
        }
        const of = (list: readonly { plugin: PluginKey | undefined; dependency: string }[]): string[] =>
          list.filter(({ plugin }) => plugin === one.key).map(({ dependency }) => dependency);
        return [one.key, { edges: edges.sort(), missing: of(missing), ambiguous: of(ambiguous) }] as const;
      });
      expect(Object.fromEntries(read)).toEqual(plainly(nodes));
      // Read backwards, the edges are the same.
      const pairs = known.nodes.flatMap((_, id) => [...targets.subarray(firstEdge[id], endEdge[id])].map((to) => `${id}>${to}`));
      const backwards: string[] = [];
      for (let id = 0; id < known.size; id += 1) {
        for (let edge = lastEdgeTo[id] ?? 0; edge !== 0; edge = edgeBefore[edge] ?? 0) backwards.push(`${sources[edge] ?? -1}>${id}`);
      }
      expect(backwards.sort()).toEqual(pairs.sort());
    }),
    { numRuns: 500 },
  );
});
