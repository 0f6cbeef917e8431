import { resolveGraph, type ResolvedGraph } from "../dependencies/resolve-graph.ts";
import type { PluginGraph } from "../dependencies/resolution.ts";
import type { PluginKey } from "../plugin-key.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { PluginStore } from "./plugin-store.ts";

/** Resolves the selected plugins, or all, over everything the store knows. */
export function resolveKnown(store: PluginStore, select?: readonly PluginKey[]): ResolvedGraph<PluginRecord> {
  return resolveGraph(store.known(), select === undefined ? {} : { select });
}

/** Like {@link resolveKnown}, as plain JSON, by key as the store's records are. */
export function graphKnown(store: PluginStore, select?: readonly PluginKey[]): PluginGraph {
  const { resolution, requirements } = resolveKnown(store, select);
  return { resolution, requirements: Object.fromEntries(requirements) };
}

/**
 * Like {@link resolveKnown}, for starting: what is up has what it needs, so nothing that came after its
 * start can be in its way, or in that of the plugins that need it.
 *
 * @param chosen what "the plugin selected for a type" means, where that is more than `select`.
 */
export function resolveToStart(
  store: PluginStore,
  select?: readonly PluginKey[],
  chosen?: readonly PluginKey[],
): ResolvedGraph<PluginRecord> {
  return resolveGraph(store.known(), {
    ...(select === undefined ? {} : { select }),
    ...(chosen === undefined ? {} : { chosen }),
    isSettled: (record) => record.isUp,
  });
}
