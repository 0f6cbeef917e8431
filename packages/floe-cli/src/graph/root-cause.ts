import type { PluginKey } from "floe-core";
import type { GraphIndex } from "./graph-index.ts";

/**
 * Why a plugin that is not at fault itself cannot start: the nearest plugin among those it needs whose own
 * dependencies cannot be met or go round in a circle. Undefined for a plugin that can start or is at fault.
 */
export function rootCause(plugin: PluginKey, index: GraphIndex): PluginKey | undefined {
  const { graph, waves } = index;
  if (waves.has(plugin) || isAtFault(plugin, index)) return undefined;
  const seen = new Set([plugin]);
  // A set keeps its order and may grow while it is walked: nearest first.
  for (const one of seen) {
    for (const { key, optional } of graph.requirements[one] ?? []) {
      if (optional || waves.has(key)) continue;
      if (isAtFault(key, index)) return key;
      seen.add(key);
    }
  }
  return undefined;
}

function isAtFault(plugin: PluginKey, { faulty, circular }: GraphIndex): boolean {
  return faulty.has(plugin) || circular.has(plugin);
}
