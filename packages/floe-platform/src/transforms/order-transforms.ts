/** A transform and the transforms it needs; names outside the list are ignored. */
export interface TransformNode {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

/** The transforms in an order in which they can run, and what keeps the others from it. */
export interface TransformOrder<Node extends TransformNode> {
  /** Each after those it needs; otherwise in the order given. Without members and dependents of cycles. */
  readonly order: readonly Node[];
  /** Closed paths of names, first = last: one through every member of a cycle, as short as can be. */
  readonly cycles: readonly (readonly string[])[];
}

/** Orders transforms by what they need. Names are unique. Never throws. */
export function orderTransforms<Node extends TransformNode>(nodes: readonly Node[]): TransformOrder<Node> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const dependents = new Map<string, Node[]>(nodes.map(({ name }) => [name, []]));
  const waitingFor = new Map<string, number>();
  for (const node of nodes) {
    const needed = new Set(node.dependsOn.filter((name) => byName.has(name)));
    waitingFor.set(node.name, needed.size);
    for (const name of needed) dependents.get(name)?.push(node);
  }
  const order = nodes.filter(({ name }) => waitingFor.get(name) === 0);
  // The list grows while it is walked: what is appended comes after everything it needs.
  for (const { name } of order) {
    for (const dependent of dependents.get(name) ?? []) {
      const left = (waitingFor.get(dependent.name) ?? 0) - 1;
      waitingFor.set(dependent.name, left);
      if (left === 0) order.push(dependent);
    }
  }
  const ordered = new Set(order.map(({ name }) => name));
  return { order, cycles: findCycles(nodes.filter(({ name }) => !ordered.has(name))) };
}

function findCycles(nodes: readonly TransformNode[]): string[][] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const cycles: string[][] = [];
  const covered = new Set<string>();
  for (const { name } of nodes) {
    const path = covered.has(name) ? undefined : shortestWayBack(name, byName);
    if (path === undefined) continue;
    for (const member of path) covered.add(member);
    cycles.push(path);
  }
  return cycles;
}

/** The shortest path from `start` to itself, breadth first; undefined if `start` only leads to a cycle. */
function shortestWayBack(start: string, nodes: ReadonlyMap<string, TransformNode>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of nodes.get(name)?.dependsOn ?? []) {
      if (next === start) return walkBack(start, name, cameFrom);
      if (!nodes.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  }
  return undefined;
}

function walkBack(start: string, end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [start];
  for (let name: string | undefined = end; name !== undefined && name !== start; name = cameFrom.get(name)) path.push(name);
  return [...path, start].reverse();
}
