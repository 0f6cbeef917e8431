import { describe, expect, test } from "vitest";
import { DependencyGraph, type GraphSelection } from "../../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../../src/dependencies/dependency-node.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
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

  test("DependencyGraph lists the nodes that need themselves, once", () => {
    const nodes = [node("a", ["t:a", { type: "t", name: "a" }]), node("b")];
    const built = build(nodes);
    expect(built.needThemselves).toEqual([0]);
    expect(edgesOf(built)).toEqual({ a: ["a"], b: [] });
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
