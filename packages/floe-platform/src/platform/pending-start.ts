import type { PluginGraph, PluginKey, PluginState } from "floe-core";

/** A plugin that is not up yet while others are started. */
export interface PendingStart {
  readonly key: PluginKey;
  /** `starting`: its own start is under way; `waiting`: it has not begun. */
  readonly state: "starting" | "waiting";
  /** What it waits for, sorted; empty for one that is starting. */
  readonly waitsFor: readonly PluginKey[];
}

const SETTLED: readonly PluginState[] = ["active", "failed", "blocked", "stopping", "stopped"];

/**
 * The plugins of a start that are neither up nor given up, in start order.
 *
 * @param stateOf A plugin's state at the moment.
 * @param asked The plugins that are asked for secrets; until they have answered, nothing else begins.
 */
export function pendingStarts(
  graph: PluginGraph,
  stateOf: (key: PluginKey) => PluginState,
  asked: readonly PluginKey[] = [],
): readonly PendingStart[] {
  const pending = graph.resolution.order.filter((key) => !SETTLED.includes(stateOf(key)));
  return pending.map((key) => {
    const needed = (graph.requirements[key] ?? []).map((requirement) => requirement.key);
    const missing = needed.filter((one) => pending.includes(one));
    const waitsFor = missing.length > 0 || asked.includes(key) ? missing : asked;
    // Importing its module is the first part of its start, which begins once there is nothing to wait for.
    const isStarting = stateOf(key) === "starting" || stateOf(key) === "loading" || waitsFor.length === 0;
    return isStarting ? { key, state: "starting", waitsFor: [] } : { key, state: "waiting", waitsFor };
  });
}
