import type { PluginInfo, PluginKey } from "floe-core";
import { edgeOf, type GraphIndex } from "./graph-index.ts";
import { statedDependency, type StatedDependency } from "./stated-dependency.ts";

/**
 * What became of a dependency: `ready` (it can start), `missing`, `ambiguous` (several plugins fit),
 * `version_conflict`, `cycle` (the need is part of one), `blocked` (it is there and cannot start).
 */
export type DependencyStatus = "ready" | "missing" | "ambiguous" | "version_conflict" | "cycle" | "blocked";

/** One dependency of a plugin, and what it resolves to. Plain JSON. */
export interface DependencyOutcome {
  /** As stated: a key, a name, or a group whose selected plugin is meant. */
  readonly dependency: string;
  /** The versions that will do; null: any. */
  readonly range: string | null;
  /** Whether the plugin does without it where it is missing or cannot start. */
  readonly optional: boolean;
  readonly status: DependencyStatus;
  /** What it resolves to: one plugin, several where it is ambiguous, none where it is missing. */
  readonly plugins: readonly PluginKey[];
  /** The version that is there instead; null unless that is the trouble. */
  readonly found: string | null;
  /** The known plugin most like a missing one, if one is near. */
  readonly nearest: string | null;
}

/** What became of each dependency of a plugin, in the order in which they are stated. */
export function dependencyOutcomes({ key, dependencies, conflict }: PluginInfo, index: GraphIndex): readonly DependencyOutcome[] {
  // Which package is meant is not known, so what it needs is not known either.
  if (conflict !== undefined) return [];
  return dependencies.map((dependency) => outcome(key, statedDependency(dependency), index));
}

function outcome(plugin: PluginKey, stated: StatedDependency, index: GraphIndex): DependencyOutcome {
  const { text: dependency, range, optional } = stated;
  const ambiguous = index.ambiguous.get(edgeOf(plugin, dependency));
  const plugins = ambiguous?.candidates ?? targets(plugin, stated, index);
  const conflict = plugins.map((to) => index.versionConflicts.get(edgeOf(plugin, `${to} ${range ?? ""}`))).find(Boolean);
  const status =
    ambiguous !== undefined ? "ambiguous" : conflict !== undefined ? "version_conflict" : statusOf(plugin, plugins[0], index);
  const nearest = index.missing.get(edgeOf(plugin, dependency))?.nearest ?? null;
  return { dependency, range, optional, status, plugins, found: conflict?.found ?? null, nearest };
}

/** The one plugin that is meant, or none. */
function targets(plugin: PluginKey, { by, text }: StatedDependency, { graph, infos, byName, byType }: GraphIndex): PluginKey[] {
  if (by === "key") return [infos.get(text)?.key ?? []].flat();
  const others = (by === "name" ? byName : byType).get(text)?.filter((key) => key !== plugin) ?? [];
  // Of several plugins of a type the selected one is meant, and the resolution knows which that is.
  const needed = new Set((graph.requirements[plugin] ?? []).map(({ key }) => key));
  const met = others.filter((key) => needed.has(key));
  return (met.length > 0 ? met : others).slice(0, 1);
}

function statusOf(from: PluginKey, to: PluginKey | undefined, { circularEdges, waves }: GraphIndex): DependencyStatus {
  if (to === undefined) return "missing";
  if (circularEdges.has(edgeOf(from, to))) return "cycle";
  return waves.has(to) ? "ready" : "blocked";
}
