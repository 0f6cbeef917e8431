import { PluginType } from "floe-core";

/**
 * The entry-point group that a word means: the group itself (`floe.computes`), its short form (`computes`), or
 * the type's key in a platform file (`compute`, `lineageBackend`); undefined if it means none.
 */
export function groupOf(word: string): string | undefined {
  const wanted = plain(word);
  return Object.entries(PluginType).find(([constant, group]) => plain(constant) === wanted || plain(group) === wanted)?.[1];
}

function plain(word: string): string {
  return word.toLowerCase().replace(/^floe\./, "").replaceAll(/[-_]/g, "");
}
