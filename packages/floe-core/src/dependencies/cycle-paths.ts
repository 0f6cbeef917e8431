import { at } from "./at.ts";
import type { CircularGraph } from "./circular-graph.ts";
import { CycleSearch } from "./cycle-search.ts";

/** How many edges are looked at for one group: enough for every path in a small one, linear in a large one. */
const LEAST_BUDGET = 100_000;
const BUDGET_PER_EDGE = 32;

/**
 * Closed paths by number in the whole graph, first = last, each beginning at its smallest number: of each
 * circular group the shortest, then for every member on none yet the shortest through it. The shorter come
 * first, then by their numbers.
 *
 * Every group yields at least one. In very large groups the search ends early: then a shorter path may
 * remain unknown, and some members are on none.
 */
export function cyclePaths(graph: CircularGraph): readonly (readonly number[])[] {
  const search = new CycleSearch(graph);
  return graph.groups
    .flatMap((group) => pathsOfGroup(graph, search, group))
    .sort(byLengthThenNumbers)
    .map((path) => [...path, ...path.slice(0, 1)].map((id) => at(graph.nodes, id)));
}

function pathsOfGroup(graph: CircularGraph, search: CycleSearch, group: readonly number[]): number[][] {
  const edges = group.reduce((sum, id) => sum + at(graph.firstEdge, id + 1) - at(graph.firstEdge, id), 0);
  const budget = Math.max(LEAST_BUDGET, BUDGET_PER_EDGE * edges);
  search.budget = budget;
  let shortest: number[] = [];
  for (const start of group) {
    const below = shortest.length === 0 ? Number.POSITIVE_INFINITY : shortest.length;
    // A path through smaller nodes was looked for from the smallest of them.
    shortest = search.find(start, { smallest: start, below }) ?? shortest;
  }
  const paths = [shortest];
  const covered = new Set(shortest);
  search.budget = budget;
  for (const start of group) {
    const path = covered.has(start) ? undefined : search.find(start);
    if (path === undefined) continue;
    paths.push(fromSmallest(path));
    for (const id of path) covered.add(id);
  }
  return paths;
}

function fromSmallest(path: readonly number[]): number[] {
  const smallest = path.indexOf(path.reduce((least, id) => Math.min(least, id)));
  return [...path.slice(smallest), ...path.slice(0, smallest)];
}

/** No two paths are equal, so there is always a first difference. */
function byLengthThenNumbers(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const first = a.findIndex((id, index) => id !== b[index]);
  return Number(a[first]) - Number(b[first]);
}
