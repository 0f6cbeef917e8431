import { at } from "./at.ts";
import type { DependencyGraph } from "./dependency-graph.ts";

/** The groups of plugins that need each other, directly or not; mostly each plugin is a group of its own. */
export interface StrongComponents {
  /** All that count: dependencies before dependents, and each component in one piece. */
  readonly order: Int32Array;
  /** Where in `order` each component starts; its end is the next one's start. */
  readonly starts: Int32Array;
  readonly count: number;
}

/**
 * The components of the members, or of some of them, as if there were no others.
 *
 * Tarjan's algorithm as Pearce trimmed it, in time linear in nodes and edges. It keeps a path of its own
 * instead of recursing: chains of plugins may be longer than the call stack is deep.
 *
 * @param counts by node: not 0 for those that count. Default: all members.
 */
export function strongComponents(
  graph: DependencyGraph,
  counts: Int32Array | Uint8Array = graph.isMember,
): StrongComponents {
  const { firstEdge, endEdge, targets } = graph;
  const size = counts.length;
  /** Later than every real time: what is finished never counts as reachable. */
  const finished = size + 1;
  /** When each node was met, from 1; then the earliest unfinished node it can reach. 0 = not met. */
  const reach = new Int32Array(size);
  const metAt = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const path = new Int32Array(size);
  /** Left the path, but can reach something that is still on it. */
  const pending = new Int32Array(size);
  const order = new Int32Array(size);
  const starts = new Int32Array(size + 1);
  let clock = 0;
  let depth = 0;
  let pendingCount = 0;
  let ordered = 0;
  let count = 0;

  const enter = (node: number): void => {
    clock += 1;
    metAt[node] = clock;
    reach[node] = clock;
    nextEdge[node] = at(firstEdge, node);
    path[depth] = node;
    depth += 1;
  };
  const finish = (node: number): void => {
    order[ordered] = node;
    ordered += 1;
    reach[node] = finished;
  };
  const leave = (node: number): void => {
    depth -= 1;
    const reached = at(reach, node);
    if (reached < at(metAt, node)) {
      pending[pendingCount] = node;
      pendingCount += 1;
      const parent = at(path, depth - 1);
      if (reached < at(reach, parent)) reach[parent] = reached;
      return;
    }
    while (pendingCount > 0 && at(metAt, at(pending, pendingCount - 1)) > reached) {
      pendingCount -= 1;
      finish(at(pending, pendingCount));
    }
    finish(node);
    count += 1;
    starts[count] = ordered;
  };

  for (let root = 0; root < size; root += 1) {
    if (counts[root] === 0 || at(reach, root) !== 0) continue;
    enter(root);
    while (depth > 0) {
      const node = at(path, depth - 1);
      const edge = at(nextEdge, node);
      if (edge === at(endEdge, node)) {
        leave(node);
        continue;
      }
      const target = at(targets, edge);
      const reached = at(reach, target);
      nextEdge[node] = edge + 1;
      if (counts[target] === 0) continue;
      if (reached === 0) enter(target);
      else if (reached < at(reach, node)) reach[node] = reached;
    }
  }
  return { order, starts, count };
}
