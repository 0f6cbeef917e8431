import { describe, expect, test } from "vitest";
import { DependencyGraph } from "../../../src/dependencies/dependency-graph.ts";
import type { DependencyNode } from "../../../src/dependencies/dependency-node.ts";
import { BLOCKED, CIRCULAR, FAULTY, judgeMembers } from "../../../src/dependencies/judge-members.ts";
import { KnownPlugins } from "../../../src/dependencies/known-plugins.ts";
import { graph, key, node } from "../../support/dependency-graph.ts";

function judge(nodes: readonly DependencyNode[], select?: readonly string[]): Record<string, number> {
  const dependencies = new DependencyGraph(new KnownPlugins(nodes), select && { select: select.map(key) });
  const { standing } = judgeMembers(dependencies);
  return Object.fromEntries(dependencies.known.nodes.map(({ name }, id) => [name, standing[id] ?? Number.NaN]));
}

const optional = (name: string): { name: string; optional: true } => ({ name, optional: true });

describe("judgeMembers", () => {
  test("judgeMembers puts each plugin into the first wave after everything it needs", () => {
    expect(judge(graph("a>b,d b>c c d e>a"))).toEqual({ a: 3, b: 2, c: 1, d: 1, e: 4 });
  });

  test("judgeMembers waits for optional dependencies that can start", () => {
    expect(judge([node("a", [optional("b")]), node("b")])).toEqual({ a: 2, b: 1 });
  });

  test("judgeMembers blocks what needs something faulty, directly or not, and nothing else", () => {
    expect(judge([node("a", ["missing"]), node("b", ["a"]), node("c", ["b", "d"]), node("d")])).toEqual({
      a: FAULTY,
      b: BLOCKED,
      c: BLOCKED,
      d: 1,
    });
  });

  test("judgeMembers blocks what needs a circle, and tells its members apart", () => {
    expect(judge(graph("a>b b>a c>a d"))).toEqual({ a: CIRCULAR, b: CIRCULAR, c: BLOCKED, d: 1 });
    expect(judge(graph("a>b,a b"))).toEqual({ a: CIRCULAR, b: 1 });
  });

  test("judgeMembers does not block through optional dependencies", () => {
    const nodes = [node("a", ["missing"]), node("b", [optional("a"), "c"]), node("c"), node("d", [optional("e")]), node("e", ["t:e"])];
    expect(judge(nodes)).toEqual({ a: FAULTY, b: 2, c: 1, d: 1, e: CIRCULAR });
  });

  test("judgeMembers takes an optional dependency inside of a circle as part of it", () => {
    expect(judge([node("a", [optional("b")]), node("b", ["a"])])).toEqual({ a: CIRCULAR, b: CIRCULAR });
  });

  test("judgeMembers finds a member of a circle faulty if it is that as well", () => {
    expect(judge([node("a", ["b", "missing"]), node("b", ["a"])])).toEqual({ a: FAULTY, b: CIRCULAR });
  });

  test("judgeMembers judges members only", () => {
    expect(judge(graph("a>b b c"), ["a"])).toEqual({ a: 2, b: 1, c: 0 });
  });

  test("judgeMembers gives the circular part, if there is one", () => {
    const circular = (edges: string): readonly number[] | undefined => {
      const judged = judgeMembers(new DependencyGraph(new KnownPlugins(graph(edges))));
      return judged.circular && [...judged.circular.nodes];
    };
    expect(circular("a>b b")).toBeUndefined();
    expect(circular("a>b b>c c>b d>a e>e f")).toEqual([1, 2, 4]);
  });

  test("judgeMembers puts what needs a circle only optionally into the wave after the rest of what it needs", () => {
    const nodes = [node("a", [optional("b"), "d"]), node("b", ["c"]), node("c", ["b"]), node("d", [optional("c"), "e"]), node("e")];
    expect(judge(nodes)).toEqual({ a: 3, b: CIRCULAR, c: CIRCULAR, d: 2, e: 1 });
  });
});
