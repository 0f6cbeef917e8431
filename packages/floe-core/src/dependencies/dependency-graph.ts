import type { PluginKey } from "../plugin-key.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import { DependencyMatcher } from "./dependency-matcher.ts";
import type { DependencyNode } from "./dependency-node.ts";
import { GraphProblems } from "./graph-problems.ts";
import { SEVERAL, type KnownPlugins } from "./known-plugins.ts";

/** Which plugins a resolution is about. */
export interface GraphSelection<Node extends DependencyNode = DependencyNode> {
  /** These and everything they need. Default: all nodes. */
  readonly select?: readonly PluginKey[];
  /** The plugins that the platform selected for their types. Default: `select`. */
  readonly chosen?: readonly PluginKey[];
  /** Which plugins have what they need, so that what they state does not count. Default: none. */
  readonly isSettled?: (node: Node) => boolean;
}

const NO_DEPENDENCIES: readonly PluginDependency[] = Object.freeze([]);

/**
 * The selected plugins and what they need, by number. The edges of a node are those from `firstEdge[node]`
 * up to, without it, `endEdge[node]`; each target once. The edges to a node begin with `lastEdgeTo[node]`, and
 * each leads to the one before it. Edges count from 1, so that 0 is none.
 */
export class DependencyGraph<Node extends DependencyNode = DependencyNode> {
  readonly known: KnownPlugins<Node>;
  readonly problems: GraphProblems;
  /** The numbers of the selected plugins and of what they need, in the order in which they were met. */
  readonly members: Int32Array;
  /** By node: 1 if it is a member. */
  readonly isMember: Uint8Array;
  readonly firstEdge: Int32Array;
  readonly endEdge: Int32Array;
  readonly lastEdgeTo: Int32Array;
  readonly targets: Int32Array;
  readonly sources: Int32Array;
  /** By edge: the one before it that has the same target. */
  readonly edgeBefore: Int32Array;
  /** By edge: 1 if only optional dependencies make it. */
  readonly isOptional: Uint8Array;

  constructor(known: KnownPlugins<Node>, { select, chosen = select ?? [], isSettled }: GraphSelection<Node> = {}) {
    const { nodes, size } = known;
    let statedEdges = 0;
    for (let id = 0; id < size; id += 1) statedEdges += (nodes[id] as Node).dependencies.length;
    const problems = new GraphProblems(known);
    const matcher = new DependencyMatcher(known, problems, chosen);
    const members = new Int32Array(size);
    const isMember = new Uint8Array(size);
    const firstEdge = new Int32Array(size);
    const endEdge = new Int32Array(size);
    const lastEdgeTo = new Int32Array(size);
    const targets = new Int32Array(statedEdges + 1);
    const sources = new Int32Array(statedEdges + 1);
    const edgeBefore = new Int32Array(statedEdges + 1);
    const isOptional = new Uint8Array(statedEdges + 1);
    let met = 0;
    if (select === undefined) {
      for (; met < size; met += 1) members[met] = met;
      isMember.fill(1);
    } else {
      for (const key of new Set(select)) {
        const id = known.idOf(key);
        if (id === undefined) {
          problems.addUnknownSelection(key);
        } else {
          isMember[id] = 1;
          members[met++] = id;
        }
      }
    }

    // One loop over locals, without a call per edge: written as small methods, it took four times as long
    // before it is compiled, and twice as long after.
    const { numbers } = known;
    let edge = 1;
    for (let next = 0; next < met; next += 1) {
      const id = members[next] as number;
      const first = edge;
      const node = nodes[id] as Node;
      const dependencies = isSettled?.(node) === true ? NO_DEPENDENCIES : node.dependencies;
      for (let index = 0; index < dependencies.length; index += 1) {
        const dependency = dependencies[index] as PluginDependency;
        // Asking the map first saves the call; it lacks the keys or the names until one of them is asked for.
        let target = typeof dependency === "string" ? (numbers.get(dependency) ?? known.idMeant(dependency)) : undefined;
        let optional = false;
        // Most dependencies are a key or a name that means one other plugin: nothing has to be read or matched.
        if (target === undefined || target === SEVERAL || target === id) {
          const match = matcher.match(id, dependency);
          if (match === undefined) continue;
          ({ target, optional } = match);
        }
        const before = lastEdgeTo[target] as number;
        if (before >= first) {
          // Needed twice, and one of them means it.
          if (!optional) isOptional[before] = 0;
          continue;
        }
        targets[edge] = target;
        sources[edge] = id;
        edgeBefore[edge] = before;
        if (optional) isOptional[edge] = 1;
        lastEdgeTo[target] = edge;
        edge += 1;
        if (before === 0 && isMember[target] === 0) {
          isMember[target] = 1;
          members[met++] = target;
        }
      }
      firstEdge[id] = first;
      endEdge[id] = edge;
    }

    this.known = known;
    this.problems = problems;
    this.members = members.subarray(0, met);
    this.isMember = isMember;
    this.firstEdge = firstEdge;
    this.endEdge = endEdge;
    this.lastEdgeTo = lastEdgeTo;
    this.targets = targets;
    this.sources = sources;
    this.edgeBefore = edgeBefore;
    this.isOptional = isOptional;
  }
}
