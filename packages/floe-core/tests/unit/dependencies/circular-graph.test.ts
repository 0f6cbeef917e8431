import { describe, expect, test } from "vitest";
import { circularGraph, type CircularGraph } from "../../../src/dependencies/circular-graph.ts";
import { strongComponents } from "../../../src/dependencies/strong-components.ts";
import { built } from "../../support/dependency-graph.ts";

function cut(edges: string): { names: string[]; edges: number[][]; groups: CircularGraph["groups"] } {
  const dependencies = built(edges);
  const { nodes, firstEdge, targets, groups } = circularGraph(dependencies, strongComponents(dependencies));
  return {
    names: Array.from(nodes, (id) => dependencies.known.nodes[id]?.name ?? ""),
    edges: Array.from(nodes, (_, id) => [...targets.subarray(firstEdge[id], firstEdge[id + 1])]),
    groups,
  };
}

describe("circularGraph", () => {
  test("circularGraph is empty where nothing is circular", () => {
    expect(cut("a>b b>c")).toEqual({ names: [], edges: [], groups: [] });
  });

  test("circularGraph keeps the circular plugins and the edges between them, sorted by key", () => {
    expect(cut("x>c c>b b>c,a a>c,x2 x2")).toEqual({
      names: ["a", "b", "c"],
      edges: [[2], [0, 2], [1]],
      groups: [[0, 1, 2]],
    });
  });

  test("circularGraph keeps circles apart, the one with the smallest key first", () => {
    expect(cut("d>c c>d,b b>a a>b")).toEqual({
      names: ["a", "b", "c", "d"],
      edges: [[1], [0], [3], [2]],
      groups: [[0, 1], [2, 3]],
    });
  });

  test("circularGraph takes what needs itself as a circle of its own, or as a part of a larger one", () => {
    expect(cut("a>a b>a")).toEqual({ names: ["a"], edges: [[0]], groups: [[0]] });
    expect(cut("a>a,b b>a")).toEqual({ names: ["a", "b"], edges: [[0, 1], [0]], groups: [[0, 1]] });
  });
});
