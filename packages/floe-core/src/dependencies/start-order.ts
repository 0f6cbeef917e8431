import type { PluginKey } from "../plugin-key.ts";
import type { DependencyNode } from "./dependency-node.ts";
import type { KnownPlugins } from "./known-plugins.ts";

/** The startable plugins: all in one list, and by wave; each wave sorted by key. */
export interface StartOrder {
  /** Frozen. */
  readonly order: readonly PluginKey[];
  /** The same by number. */
  readonly numbers: Int32Array;
  /** Cuts `order` into its waves, frozen. */
  readonly cutWaves: () => readonly (readonly PluginKey[])[];
}

/**
 * Deals the plugins into their waves. Dealing them in the order of their numbers keeps each wave sorted.
 *
 * @param standing by number: the wave from 1; what starts in none is not positive.
 */
export function startOrder({ nodes }: KnownPlugins, standing: Int32Array): StartOrder {
  /** By wave: where it starts. While they are dealt out, where its next plugin goes; then where it ends. */
  const places = new Int32Array(standing.length + 2);
  let waves = 0;
  let count = 0;
  for (let id = 0; id < standing.length; id += 1) {
    const wave = standing[id] as number;
    if (wave <= 0) continue;
    places[wave + 1] = (places[wave + 1] as number) + 1;
    if (wave > waves) waves = wave;
    count += 1;
  }
  for (let wave = 1; wave <= waves; wave += 1) places[wave + 1] = (places[wave + 1] as number) + (places[wave] as number);
  const numbers = new Int32Array(count);
  const order = new Array<PluginKey>(count);
  for (let id = 0; id < standing.length; id += 1) {
    const wave = standing[id] as number;
    if (wave <= 0) continue;
    const place = places[wave] as number;
    places[wave] = place + 1;
    numbers[place] = id;
    order[place] = (nodes[id] as DependencyNode).key;
  }
  Object.freeze(order);
  const ends = places.slice(0, waves + 1);
  const cutWaves = (): readonly (readonly PluginKey[])[] => {
    const cut: (readonly PluginKey[])[] = [];
    for (let wave = 1; wave <= waves; wave += 1) cut.push(Object.freeze(order.slice(ends[wave - 1], ends[wave])));
    return Object.freeze(cut);
  };
  return { order, numbers, cutWaves };
}
