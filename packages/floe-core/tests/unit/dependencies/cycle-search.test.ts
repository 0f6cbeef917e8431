import { describe, expect, test } from "vitest";
import { circularGraph } from "../../../src/dependencies/circular-graph.ts";
import { CycleSearch } from "../../../src/dependencies/cycle-search.ts";
import { strongComponents } from "../../../src/dependencies/strong-components.ts";
import { built } from "../../support/dependency-graph.ts";

/** A search in a graph whose plugins are all circular: a is 0, b is 1, and so on. */
function searchIn(edges: string, budget = 1000): CycleSearch {
  const dependencies = built(edges);
  const search = new CycleSearch(circularGraph(dependencies, strongComponents(dependencies)));
  search.budget = budget;
  return search;
}

const all = { smallest: 0, below: Number.POSITIVE_INFINITY };

describe("CycleSearch", () => {
  test("CycleSearch finds the shortest path from a plugin back to it", () => {
    expect(searchIn("a>b,d b>c c>d d>a").find(0)).toEqual([0, 3]);
    expect(searchIn("a>b,d b>c c>d d>a").find(1)).toEqual([1, 2, 3, 0]);
    expect(searchIn("a>b,a b>a").find(0)).toEqual([0]);
  });

  test("CycleSearch finds the first of several shortest paths", () => {
    expect(searchIn("a>d,b,c b>e c>a d>a e>a").find(0)).toEqual([0, 2]);
    expect(searchIn("a>c,b b>e,d c>d d>a e>a").find(0)).toEqual([0, 1, 3]);
  });

  test("CycleSearch walks only through the permitted plugins", () => {
    const search = searchIn("a>b b>a,c c>b");
    expect(search.find(1, { ...all, smallest: 1 })).toEqual([1, 2]);
    expect(search.find(2, { ...all, smallest: 2 })).toBeUndefined();
  });

  test("CycleSearch finds only paths of fewer steps than asked for", () => {
    const search = searchIn("a>b b>c c>a");
    expect(search.find(0, { ...all, below: 3 })).toBeUndefined();
    expect(search.find(0, { ...all, below: 4 })).toEqual([0, 1, 2]);
  });

  test("CycleSearch gives up when its budget is used", () => {
    const search = searchIn("a>b b>c c>a", 2);
    expect(search.find(0)).toEqual([0, 1, 2]);
    expect(search.budget).toBe(0);
    expect(search.find(0)).toBeUndefined();
  });
});
