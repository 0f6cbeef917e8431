import { at } from "./at.ts";
import type { CircularGraph } from "./circular-graph.ts";

/** What a search leaves out. */
export interface SearchBounds {
  /** Only nodes from this one up are walked through. */
  readonly smallest: number;
  /** Only paths of fewer steps count. */
  readonly below: number;
}

/**
 * Breadth-first search for closed paths. Neighbours are visited in ascending order, so of several shortest
 * paths the one that is first by its numbers is found.
 */
export class CycleSearch {
  readonly #graph: CircularGraph;
  readonly #queue: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #distance: Int32Array;
  /** By node: the last search that met it. */
  readonly #metIn: Int32Array;
  #searches = 0;
  /** How many more edges may be looked at. A search that runs out of them finds nothing. */
  budget = 0;

  constructor(graph: CircularGraph) {
    const size = graph.nodes.length;
    this.#graph = graph;
    this.#queue = new Int32Array(size);
    this.#cameFrom = new Int32Array(size);
    this.#distance = new Int32Array(size);
    this.#metIn = new Int32Array(size);
  }

  /**
   * The shortest path from `start` back to it, without its last node; undefined if none is found.
   *
   * @param bounds Default: none.
   */
  find(
    start: number,
    { smallest, below }: SearchBounds = { smallest: 0, below: Number.POSITIVE_INFINITY },
  ): number[] | undefined {
    const { firstEdge, targets } = this.#graph;
    let met = 0;
    this.#searches += 1;
    const meet = (node: number, from: number, distance: number): void => {
      this.#metIn[node] = this.#searches;
      this.#cameFrom[node] = from;
      this.#distance[node] = distance;
      this.#queue[met] = node;
      met += 1;
    };
    meet(start, start, 0);
    for (let next = 0; next < met; next += 1) {
      const node = at(this.#queue, next);
      const steps = at(this.#distance, node) + 1;
      if (steps >= below) return undefined;
      for (let edge = at(firstEdge, node); edge < at(firstEdge, node + 1); edge += 1) {
        const target = at(targets, edge);
        if (target === start) return this.#pathTo(node, start);
        if (this.budget === 0) return undefined;
        this.budget -= 1;
        if (target >= smallest && at(this.#metIn, target) !== this.#searches) meet(target, node, steps);
      }
    }
    return undefined;
  }

  #pathTo(end: number, start: number): number[] {
    const path = [end];
    for (let node = end; node !== start; node = at(this.#cameFrom, node)) path.push(at(this.#cameFrom, node));
    return path.reverse();
  }
}
