import type { PluginKey } from "../plugin-key.ts";
import { cyclePaths } from "./cycle-paths.ts";
import { DependencyGraph, type GraphSelection } from "./dependency-graph.ts";
import type { DependencyNode } from "./dependency-node.ts";
import { BLOCKED, CIRCULAR, judgeMembers, type Judgement } from "./judge-members.ts";
import { KnownPlugins } from "./known-plugins.ts";
import { requirementsOf } from "./requirements-of.ts";
import type { Requirement, Resolution } from "./resolution.ts";
import { startOrder } from "./start-order.ts";

/** A resolution, and what is behind it: by number in `graph.known`, where numbers ascend with keys. */
export interface ResolvedGraph<Node extends DependencyNode = DependencyNode> {
  readonly resolution: Resolution;
  readonly graph: DependencyGraph<Node>;
  /** By number: the wave it starts in, from 1; 0 for what is not selected; negative for what cannot start. */
  readonly standing: Int32Array;
  /** The numbers of what can start, in the order of `resolution.order`. */
  readonly order: Int32Array;
  /**
   * By plugin, for all that are selected: what it needs, sorted by key. An optional dependency that cannot
   * start is not in it. Worked out when first read.
   */
  readonly requirements: ReadonlyMap<PluginKey, readonly Requirement[]>;
}

type Unstartable = Pick<Resolution, "cycles" | "blocked">;

const ALL_START: Unstartable = Object.freeze({ cycles: Object.freeze([]), blocked: Object.freeze([]) });

/**
 * Works out what can start, in which order, and why the rest cannot. Never throws, whatever the nodes
 * state; takes time linear in nodes and dependencies once the nodes are sorted by key, and no recursion.
 *
 * @param nodes everything that is known.
 * @param selection Default: all nodes.
 */
export function resolveGraph<Node extends DependencyNode>(
  nodes: readonly Node[] | KnownPlugins<Node>,
  selection: GraphSelection<Node> = {},
): ResolvedGraph<Node> {
  const known = nodes instanceof KnownPlugins ? nodes : new KnownPlugins(nodes);
  const graph = new DependencyGraph(known, selection);
  const judgement = judgeMembers(graph);
  const { order, numbers, cutWaves } = startOrder(known, judgement.standing);
  const { missing, ambiguous, versionConflicts } = graph.problems.list();
  const { cycles, blocked } = order.length === graph.members.length ? ALL_START : listUnstartable(known, judgement);
  let waves: Resolution["waves"] | undefined;
  const resolution: Resolution = Object.freeze({
    // A list per plugin in a chain: to make and freeze them all would double the cost of a resolution.
    get waves() {
      return (waves ??= cutWaves());
    },
    order,
    missing,
    ambiguous,
    versionConflicts,
    cycles,
    blocked,
  });
  let requirements: ReadonlyMap<PluginKey, readonly Requirement[]> | undefined;
  return {
    resolution,
    graph,
    standing: judgement.standing,
    order: numbers,
    get requirements() {
      return (requirements ??= requirementsOf(graph, judgement.standing));
    },
  };
}

function listUnstartable(known: KnownPlugins, { standing, circular }: Judgement): Unstartable {
  const cycles = circular === undefined ? [] : cyclePaths(circular);
  const onCycles = new Set(cycles.flat());
  const blocked: PluginKey[] = [];
  for (let id = 0; id < standing.length; id += 1) {
    // Not at fault, as far as is known: a circular plugin on no path that was found counts as blocked.
    if (standing[id] === BLOCKED || (standing[id] === CIRCULAR && !onCycles.has(id))) blocked.push(known.keyOf(id));
  }
  return {
    cycles: Object.freeze(cycles.map((path) => Object.freeze(path.map((id) => known.keyOf(id))))),
    blocked: Object.freeze(blocked),
  };
}
