import type { PluginKey } from "../plugin-key.ts";
import type { KnownPlugins, NumbersByText } from "./known-plugins.ts";
import type { WantedPlugin } from "./read-dependency.ts";

/** More candidates are of no use to a reader, and every dependent listing all would not be linear. */
const MAX_CANDIDATES = 100;

/** Answers which known plugins a dependency of `dependent` may mean: none, one, or several, sorted by key. */
export type CandidateFinder = (wanted: WantedPlugin, dependent: number) => readonly number[];

/**
 * A finder among the known plugins. A bare name or a type never means the dependent itself; a key may.
 *
 * @param chosen the keys among which "the plugin selected for a type" is looked for first.
 */
export function candidateFinder(known: KnownPlugins, chosen: readonly PluginKey[]): CandidateFinder {
  let chosenByType: NumbersByText | undefined;
  return ({ by, text }, dependent) => {
    if (by === "key") {
      const id = known.idOf(text);
      return id === undefined ? [] : [id];
    }
    if (by === "name") return others(known.idsNamed(text), dependent);
    chosenByType ??= known.byType(knownIds(known, chosen));
    const selected = others(chosenByType.get(text) ?? [], dependent);
    return selected.length > 0 ? selected : others(known.idsOfType(text), dependent);
  };
}

/** Ascending, each once. */
function knownIds(known: KnownPlugins, keys: readonly PluginKey[]): readonly number[] {
  const ids = new Set<number>();
  for (const key of keys) {
    const id = known.idOf(key);
    if (id !== undefined) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

/** The first of `ids` that are not `self`. */
function others(ids: readonly number[], self: number): readonly number[] {
  const found: number[] = [];
  for (const id of ids) {
    if (id !== self) found.push(id);
    if (found.length === MAX_CANDIDATES) break;
  }
  return found;
}
