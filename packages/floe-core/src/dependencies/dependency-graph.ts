import type { PluginKey } from "../plugin-key.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import { judgeRange } from "../version/judge-range.ts";
import { at } from "./at.ts";
import { candidateFinder, type CandidateFinder } from "./candidate-finder.ts";
import { GraphProblems } from "./graph-problems.ts";
import type { KnownPlugins } from "./known-plugins.ts";
import { readDependency } from "./read-dependency.ts";

/** Which plugins a resolution is about. */
export interface GraphSelection {
  /** These and everything they need. Default: all nodes. */
  readonly select?: readonly PluginKey[];
  /** The plugins that the platform selected for their types. Default: `select`. */
  readonly chosen?: readonly PluginKey[];
}

/**
 * The selected plugins and what they need, by number. The edges of a node stand in `targets` from
 * `firstEdge[node]` up to, without it, `endEdge[node]`; each target once.
 */
export class DependencyGraph {
  readonly known: KnownPlugins;
  readonly problems: GraphProblems;
  readonly firstEdge: Int32Array;
  readonly endEdge: Int32Array;
  readonly targets: Int32Array;
  /** By edge: 1 if only optional dependencies make it. */
  readonly isOptional: Int32Array;
  /** By node: 1 if it is selected, or needed by one that is. */
  readonly isMember: Int32Array;
  /** The nodes with an edge to themselves. */
  readonly needThemselves: number[] = [];
  readonly #findCandidates: CandidateFinder;
  /** By target: one more than the last edge to it. Tells whether the node at hand has an edge to it yet. */
  readonly #lastEdgeTo: Int32Array;
  /** The members in the order in which they were met. */
  readonly #queue: Int32Array;
  #members = 0;
  #edges = 0;

  constructor(known: KnownPlugins, { select, chosen = select ?? [] }: GraphSelection = {}) {
    const statedEdges = known.nodes.reduce((sum, node) => sum + node.dependencies.length, 0);
    this.known = known;
    this.problems = new GraphProblems(known);
    this.firstEdge = new Int32Array(known.size);
    this.endEdge = new Int32Array(known.size);
    this.targets = new Int32Array(statedEdges);
    this.isOptional = new Int32Array(statedEdges);
    this.isMember = new Int32Array(known.size);
    this.#findCandidates = candidateFinder(known, chosen);
    this.#lastEdgeTo = new Int32Array(known.size);
    this.#queue = new Int32Array(known.size);
    for (const id of select === undefined ? known.nodes.keys() : this.#knownIds(select)) this.#enter(id);
    for (let next = 0; next < this.#members; next += 1) this.#expand(at(this.#queue, next));
  }

  #knownIds(keys: readonly PluginKey[]): number[] {
    const ids: number[] = [];
    for (const key of new Set(keys)) {
      const id = this.known.idOf(key);
      if (id === undefined) this.problems.addUnknownSelection(key);
      else ids.push(id);
    }
    return ids;
  }

  #enter(id: number): void {
    if (at(this.isMember, id) === 1) return;
    this.isMember[id] = 1;
    this.#queue[this.#members] = id;
    this.#members += 1;
  }

  #expand(id: number): void {
    this.firstEdge[id] = this.#edges;
    for (const dependency of this.known.nodes[id]?.dependencies ?? []) {
      // Most dependencies are whole keys that are known: nothing has to be read or matched.
      const target = typeof dependency === "string" ? this.known.idOf(dependency) : undefined;
      if (target === undefined) this.#match(id, dependency);
      else this.#connect(id, target, 0);
    }
    this.endEdge[id] = this.#edges;
  }

  #match(id: number, dependency: PluginDependency): void {
    const wanted = readDependency(dependency);
    const [target, ...more] = this.#findCandidates(wanted, id);
    if (target === undefined) {
      if (!wanted.optional) this.problems.addMissing(id, wanted);
    } else if (more.length > 0) {
      this.problems.addAmbiguous(id, wanted, [target, ...more]);
    } else {
      this.#judge(id, target, wanted.range);
      this.#connect(id, target, wanted.optional ? 1 : 0);
    }
  }

  #judge(id: number, target: number, range: string | undefined): void {
    if (range === undefined) return;
    const version = this.known.nodes[target]?.version;
    const { satisfied, problem: reason } = judgeRange(version, range);
    if (satisfied) return;
    const found = version ?? "unknown";
    this.problems.addVersionConflict(id, target, { range, found, ...(reason === undefined ? {} : { reason }) });
  }

  #connect(id: number, target: number, isOptional: 0 | 1): void {
    const earlier = at(this.#lastEdgeTo, target) - 1;
    if (earlier >= at(this.firstEdge, id)) {
      // Needed twice, and one of them means it.
      if (isOptional === 0) this.isOptional[earlier] = 0;
      return;
    }
    if (target === id) this.needThemselves.push(id);
    this.targets[this.#edges] = target;
    this.isOptional[this.#edges] = isOptional;
    this.#edges += 1;
    this.#lastEdgeTo[target] = this.#edges;
    this.#enter(target);
  }
}
