import type { AmbiguousDependency, MissingDependency, PluginGraph, PluginInfo, PluginKey, VersionConflict } from "floe-core";

/** A graph of plugins with what is looked up in it again and again. */
export interface GraphIndex {
  readonly graph: PluginGraph;
  /** By key. */
  readonly infos: ReadonlyMap<string, PluginInfo>;
  readonly byName: ReadonlyMap<string, readonly PluginKey[]>;
  readonly byType: ReadonlyMap<string, readonly PluginKey[]>;
  /** The wave in which each plugin that can start does so, from 1. */
  readonly waves: ReadonlyMap<string, number>;
  /** The plugins on cycles. */
  readonly circular: ReadonlySet<string>;
  /** The needs that make the cycles, by {@link edgeOf}. */
  readonly circularEdges: ReadonlySet<string>;
  /** The plugins with a dependency of their own that cannot be met. */
  readonly faulty: ReadonlySet<string>;
  /** By {@link edgeOf} the plugin and the dependency as stated. */
  readonly missing: ReadonlyMap<string, MissingDependency>;
  /** By {@link edgeOf} the plugin and the dependency as stated. */
  readonly ambiguous: ReadonlyMap<string, AmbiguousDependency>;
  /** By {@link edgeOf} the plugin, and the dependency's key with the range after a space. */
  readonly versionConflicts: ReadonlyMap<string, VersionConflict>;
}

/** Makes the index. @param infos At least the plugins that the graph names. */
export function indexGraph(graph: PluginGraph, infos: readonly PluginInfo[]): GraphIndex {
  const { waves, cycles, missing, ambiguous, versionConflicts } = graph.resolution;
  const faults = [...missing, ...ambiguous, ...versionConflicts];
  return {
    graph,
    infos: new Map(infos.map((info) => [info.key, info])),
    byName: groupKeys(infos, "name"),
    byType: groupKeys(infos, "type"),
    waves: new Map(waves.flatMap((wave, index) => wave.map((key) => [key, index + 1] as const))),
    circular: new Set(cycles.flat()),
    circularEdges: new Set(cycles.flatMap((path) => path.slice(1).map((to, index) => edgeOf(path[index], to)))),
    faulty: new Set(faults.flatMap(({ plugin }) => plugin ?? [])),
    missing: new Map(missing.map((one) => [edgeOf(one.plugin, one.dependency), one])),
    ambiguous: new Map(ambiguous.map((one) => [edgeOf(one.plugin, one.dependency), one])),
    versionConflicts: new Map(versionConflicts.map((one) => [edgeOf(one.plugin, `${one.dependency} ${one.range}`), one])),
  };
}

/** One text for two: no key holds a line break. */
export function edgeOf(from: PluginKey | undefined, to: string): string {
  return `${from ?? ""}\n${to}`;
}

function groupKeys(infos: readonly PluginInfo[], property: "name" | "type"): Map<string, PluginKey[]> {
  const groups = new Map<string, PluginKey[]>();
  for (const { key, [property]: value } of infos) {
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [key]);
    else group.push(key);
  }
  return groups;
}
