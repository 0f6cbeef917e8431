import { at } from "./at.ts";
import type { KnownPlugins } from "./known-plugins.ts";
import type { PluginKey } from "../plugin-key.ts";

/** The startable plugins, all in one list and by wave; frozen, each wave sorted by key. */
export interface StartOrder {
  readonly order: readonly PluginKey[];
  readonly waves: readonly (readonly PluginKey[])[];
}

/**
 * Deals the plugins into their waves.
 *
 * @param standing by number: the wave from 1; what starts in none is not positive.
 */
export function startOrder(known: KnownPlugins, standing: Int32Array): StartOrder {
  const waves: PluginKey[][] = [];
  for (let id = 0; id < standing.length; id += 1) {
    const wave = at(standing, id);
    if (wave <= 0) continue;
    while (waves.length < wave) waves.push([]);
    waves[wave - 1]?.push(known.keyOf(id));
  }
  return {
    waves: Object.freeze(waves.map((wave) => Object.freeze(wave.sort()))),
    order: Object.freeze(waves.flat()),
  };
}
