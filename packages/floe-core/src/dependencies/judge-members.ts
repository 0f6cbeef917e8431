import { at } from "./at.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import type { StrongComponents } from "./strong-components.ts";

/** It is not at fault, but needs something that cannot start. */
export const BLOCKED = -1;
/** One of its own dependencies cannot be met. */
export const FAULTY = -2;
/** It needs itself, directly or through others, and all its own dependencies can be met. */
export const CIRCULAR = -3;

/**
 * Where each member stands, by number: the wave it starts in, from 1, or why it does not start; 0 for what
 * is no member. One pass is enough, since dependencies come before their dependents.
 */
export function judgeMembers(graph: DependencyGraph, { order, starts, count }: StrongComponents): Int32Array {
  const standing = new Int32Array(graph.known.size);
  for (const node of graph.problems.faulty) standing[node] = FAULTY;
  for (let component = 0; component < count; component += 1) {
    const start = at(starts, component);
    const end = at(starts, component + 1);
    for (let index = start; index < end; index += 1) {
      const node = at(order, index);
      if (at(standing, node) === FAULTY) continue;
      standing[node] = end - start > 1 ? CIRCULAR : judgeAlone(graph, standing, node);
    }
  }
  return standing;
}

/** Judges a node that no other node needs in a circle. */
function judgeAlone(graph: DependencyGraph, standing: Int32Array, node: number): number {
  const { firstEdge, endEdge, targets, isOptional } = graph;
  let wave = 1;
  let isBlocked = false;
  const end = at(endEdge, node);
  for (let edge = at(firstEdge, node); edge < end; edge += 1) {
    const target = at(targets, edge);
    if (target === node) return CIRCULAR;
    const itsWave = at(standing, target);
    if (itsWave >= wave) wave = itsWave + 1;
    else if (itsWave < 0 && at(isOptional, edge) === 0) isBlocked = true;
  }
  return isBlocked ? BLOCKED : wave;
}
