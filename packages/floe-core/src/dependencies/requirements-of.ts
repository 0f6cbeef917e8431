import type { PluginKey } from "../plugin-key.ts";
import { at } from "./at.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import type { Requirement } from "./resolution.ts";

/**
 * What each member needs, by key, sorted. An optional dependency that cannot start is left out: nobody
 * waits for it.
 *
 * @param standing by number: positive for what can start.
 */
export function requirementsOf(
  graph: DependencyGraph,
  standing: Int32Array,
): ReadonlyMap<PluginKey, readonly Requirement[]> {
  const { known, firstEdge, endEdge, targets, isOptional, isMember } = graph;
  const requirements = new Map<PluginKey, readonly Requirement[]>();
  for (let id = 0; id < known.size; id += 1) {
    if (at(isMember, id) === 0) continue;
    const needed: Requirement[] = [];
    for (let edge = at(firstEdge, id); edge < at(endEdge, id); edge += 1) {
      const target = at(targets, edge);
      const optional = at(isOptional, edge) === 1;
      if (!optional || at(standing, target) > 0) needed.push(Object.freeze({ key: known.keyOf(target), optional }));
    }
    requirements.set(known.keyOf(id), Object.freeze(needed.sort((a, b) => (a.key < b.key ? -1 : 1))));
  }
  return requirements;
}
