import type { PluginGraph, PluginKey } from "floe-core";

/** Who needs a plugin. Each list is sorted. */
export interface Dependents {
  /** Those that state it. */
  readonly direct: readonly PluginKey[];
  /** Those that need it only through others. */
  readonly indirect: readonly PluginKey[];
}

/** Who needs a plugin, directly and through others. */
export function dependentsOf(plugin: PluginKey, { requirements }: Pick<PluginGraph, "requirements">): Dependents {
  const needing = new Map<string, PluginKey[]>();
  for (const [dependent, needed] of Object.entries(requirements) as [PluginKey, PluginGraph["requirements"][PluginKey]][]) {
    for (const { key } of needed) needing.set(key, [...(needing.get(key) ?? []), dependent]);
  }
  const direct = needing.get(plugin) ?? [];
  const all = new Set(direct);
  // A set may grow while it is walked.
  for (const one of all) for (const dependent of needing.get(one) ?? []) all.add(dependent);
  const indirect = [...all].filter((key) => key !== plugin && !direct.includes(key));
  return { direct: direct.filter((key) => key !== plugin).sort(), indirect: indirect.sort() };
}
