import { at } from "./at.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import type { StrongComponents } from "./strong-components.ts";

/**
 * The plugins that need each other in circles and the edges between those of one circle, numbered anew in
 * the order of their keys. The edges of `node` stand in `targets` from `firstEdge[node]` up to, without it,
 * `firstEdge[node + 1]`, ascending.
 */
export interface CircularGraph {
  /** By new number: the number in the whole graph. */
  readonly nodes: Int32Array;
  readonly firstEdge: Int32Array;
  readonly targets: Int32Array;
  /** The members of each group that is circular, by new number, ascending; the groups by first member. */
  readonly groups: readonly (readonly number[])[];
}

/** Cuts the circular part out of `graph`. */
export function circularGraph(graph: DependencyGraph, components: StrongComponents): CircularGraph {
  const groupOf = circularGroups(graph, components);
  const nodes = Int32Array.from([...groupOf.keys()].sort((a, b) => a - b));
  const renumbered = new Map<number, number>();
  const groups = new Map<number, number[]>();
  for (const [id, node] of nodes.entries()) {
    renumbered.set(node, id);
    const group = groupOf.get(node) ?? 0;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [id]);
    else members.push(id);
  }
  const firstEdge = new Int32Array(nodes.length + 1);
  const targets: number[] = [];
  for (const [id, node] of nodes.entries()) {
    const inside: number[] = [];
    for (const target of graph.targets.subarray(at(graph.firstEdge, node), at(graph.endEdge, node))) {
      const renamed = renumbered.get(target);
      if (renamed !== undefined && groupOf.get(target) === groupOf.get(node)) inside.push(renamed);
    }
    for (const target of inside.sort((a, b) => a - b)) targets.push(target);
    firstEdge[id + 1] = targets.length;
  }
  return { nodes, firstEdge, targets: Int32Array.from(targets), groups: [...groups.values()] };
}

/** By node: the group it is in, for the nodes that need themselves, directly or through others. */
function circularGroups(graph: DependencyGraph, { order, starts, count }: StrongComponents): Map<number, number> {
  const groupOf = new Map<number, number>();
  for (let component = 0; component < count; component += 1) {
    const start = at(starts, component);
    const end = at(starts, component + 1);
    if (end - start === 1 && !needsItself(graph, at(order, start))) continue;
    for (let index = start; index < end; index += 1) groupOf.set(at(order, index), component);
  }
  return groupOf;
}

function needsItself({ firstEdge, endEdge, targets }: DependencyGraph, node: number): boolean {
  return targets.subarray(at(firstEdge, node), at(endEdge, node)).includes(node);
}
