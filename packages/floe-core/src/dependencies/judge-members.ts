import { circularGraph, type CircularGraph } from "./circular-graph.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { strongComponents } from "./strong-components.ts";

/** It is not at fault, but needs something that cannot start. */
export const BLOCKED = -1;
/** One of its own dependencies cannot be met. */
export const FAULTY = -2;
/** It needs itself, directly or through others, and all its own dependencies can be met. */
export const CIRCULAR = -3;

/** What came out for the members of a graph. */
export interface Judgement {
  /** By number: the wave it starts in, from 1, or why it does not start; 0 for what is no member. */
  readonly standing: Int32Array;
  /** The part of the graph that is circular; undefined if there is none. */
  readonly circular: CircularGraph | undefined;
}

/**
 * Judges each member once everything it needs is judged (Kahn's algorithm). Circles are looked for only
 * among what that leaves over, mostly nothing; then their members count as judged, and it goes on.
 */
export function judgeMembers(graph: DependencyGraph): Judgement {
  const { members, firstEdge, endEdge } = graph;
  const size = graph.known.size;
  const standing = new Int32Array(size);
  /** By node: how many of its edges lead to what is not judged yet. */
  const waiting = new Int32Array(size);
  const judged = new Int32Array(members.length);
  let count = 0;
  for (let index = 0; index < members.length; index += 1) {
    const node = members[index] as number;
    const edges = (endEdge[node] as number) - (firstEdge[node] as number);
    standing[node] = 1;
    waiting[node] = edges;
    if (edges === 0) judged[count++] = node;
  }
  for (const node of graph.problems.faulty) standing[node] = FAULTY;
  count = tellDependents(graph, { standing, waiting, judged }, 0, count);
  if (count === members.length) return { standing, circular: undefined };

  const circular = circularGraph(graph, strongComponents(graph, waiting));
  const next = count;
  for (const node of circular.nodes) {
    if (standing[node] !== FAULTY) standing[node] = CIRCULAR;
    waiting[node] = 0;
    judged[count++] = node;
  }
  tellDependents(graph, { standing, waiting, judged }, next, count);
  return { standing, circular };
}

interface Progress extends Pick<Judgement, "standing"> {
  readonly waiting: Int32Array;
  /** The judged nodes, in order. */
  readonly judged: Int32Array;
}

/** Lets the dependents of what is judged know, from the `next` node on, until nobody is left; the new count of judged. */
function tellDependents(graph: DependencyGraph, { standing, waiting, judged }: Progress, next: number, count: number): number {
  const { lastEdgeTo, edgeBefore, sources, isOptional } = graph;
  for (; next < count; next += 1) {
    const node = judged[next] as number;
    const wave = standing[node] as number;
    for (let edge = lastEdgeTo[node] as number; edge !== 0; edge = edgeBefore[edge] as number) {
      const dependent = sources[edge] as number;
      const itsWave = standing[dependent] as number;
      if (wave < 0) {
        if (itsWave > 0 && isOptional[edge] === 0) standing[dependent] = BLOCKED;
      } else if (itsWave > 0 && itsWave <= wave) {
        standing[dependent] = wave + 1;
      }
      const left = (waiting[dependent] as number) - 1;
      waiting[dependent] = left;
      if (left === 0) judged[count++] = dependent;
    }
  }
  return count;
}
