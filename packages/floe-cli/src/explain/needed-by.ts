import { tryParsePluginKey, type PluginGraph, type PluginKey } from "floe-core";
import { isAskedFor, type PluginQuery } from "./plugin-query.ts";

/** The plugins with a dependency that is missing and that a plugin of this name would meet, sorted. */
export function neededBy(query: PluginQuery, { resolution }: Pick<PluginGraph, "resolution">): readonly PluginKey[] {
  const wanted = resolution.missing.filter(({ dependency }) => {
    const key = tryParsePluginKey(dependency);
    return key === undefined ? dependency === query.name : isAskedFor(key, query);
  });
  return [...new Set(wanted.flatMap(({ plugin }) => plugin ?? []))].sort();
}
