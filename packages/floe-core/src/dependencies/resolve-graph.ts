import type { PluginKey } from "../plugin-key.ts";
import { circularGraph } from "./circular-graph.ts";
import { cyclePaths } from "./cycle-paths.ts";
import { DependencyGraph, type GraphSelection } from "./dependency-graph.ts";
import type { DependencyNode } from "./dependency-node.ts";
import { BLOCKED, CIRCULAR, judgeMembers } from "./judge-members.ts";
import { KnownPlugins } from "./known-plugins.ts";
import { requirementsOf } from "./requirements-of.ts";
import type { Requirement, Resolution } from "./resolution.ts";
import { startOrder } from "./start-order.ts";
import { strongComponents } from "./strong-components.ts";

/** A resolution, and the edges behind it. */
export interface ResolvedGraph {
  readonly resolution: Resolution;
  /**
   * By plugin, for all that are selected: what it needs, sorted by key. An optional dependency that cannot
   * start is not in it. Worked out when first read.
   */
  readonly requirements: ReadonlyMap<PluginKey, readonly Requirement[]>;
}

/**
 * Works out what can start, in which order, and why the rest cannot. Never throws, whatever the nodes
 * state; takes time linear in nodes and dependencies, and no recursion.
 *
 * @param nodes everything that is known, each key once.
 * @param selection Default: all nodes.
 */
export function resolveGraph(nodes: readonly DependencyNode[], selection: GraphSelection = {}): ResolvedGraph {
  const known = new KnownPlugins(nodes);
  const graph = new DependencyGraph(known, selection);
  const components = strongComponents(graph);
  const standing = judgeMembers(graph, components);
  const cycles = cyclePaths(circularGraph(graph, components));
  const resolution: Resolution = Object.freeze({
    ...startOrder(known, standing),
    ...graph.problems.list(),
    cycles: Object.freeze(cycles.map((path) => Object.freeze(path.map((id) => known.keyOf(id))))),
    blocked: Object.freeze(blockedKeys(known, standing, new Set(cycles.flat()))),
  });
  let requirements: ReadonlyMap<PluginKey, readonly Requirement[]> | undefined;
  return Object.freeze({
    resolution,
    get requirements(): ReadonlyMap<PluginKey, readonly Requirement[]> {
      return (requirements ??= requirementsOf(graph, standing));
    },
  });
}

/** What is not at fault, as far as is known: a circular plugin on no path that was found counts as blocked. */
function blockedKeys(known: KnownPlugins, standing: Int32Array, onCycles: ReadonlySet<number>): PluginKey[] {
  const blocked: PluginKey[] = [];
  for (const [id, itsStanding] of standing.entries()) {
    if (itsStanding === BLOCKED || (itsStanding === CIRCULAR && !onCycles.has(id))) blocked.push(known.keyOf(id));
  }
  return blocked.sort();
}
