// Who looks plugins up. Each contender holds the same plugins under the same names and is asked for all of them in turn;
// the answer is a sum over what was found, so that no look-up can be left out.
import { definePluginType, PluginMetadata, PluginRegistry } from "floe-core";

/** @typedef {import("floe-core").EntryPointGroup} Group */
/** @typedef {{ group: Group, name: string, plugin: WeightedPlugin }} Kept */
/** @typedef {(group: Group, name: string) => any} LookUp */

/** Among how many plugin types the plugins are divided. */
const TYPES = 8;

class WeightedPlugin extends PluginMetadata {
  version = "1.0.0";
  floeApiVersion = "1.0";

  /** @param {string} name @param {number} weight */
  constructor(name, weight) {
    super();
    this.name = name;
    this.weight = weight;
  }
}

/** @param {number} count */
function makePlugins(count) {
  const groupOf = (/** @type {number} */ index) => /** @type {Group} */ (`floe.bench_${index % TYPES}`);
  const bases = Array.from({ length: TYPES }, () => class extends WeightedPlugin {});
  const types = bases.map((base, index) => definePluginType({ group: groupOf(index), base, required: {} }));
  const kept = Array.from({ length: count }, (_, index) => {
    const Base = bases[index % TYPES] ?? WeightedPlugin;
    return { group: groupOf(index), name: `plugin-${index}`, plugin: new Base(`plugin-${index}`, index) };
  });
  return { types, kept };
}

/** What is measured: looking all of them up, once each. @param {"find" | "get"} verb @param {Kept[]} kept @param {LookUp} lookUp */
function lookAllUp(verb, kept, lookUp) {
  const asked = kept.map(({ group, name }) => ({ group, name }));
  if (verb === "find") {
    return () => {
      let sum = 0;
      for (const { group, name } of asked) sum += lookUp(group, name).weight;
      return sum;
    };
  }
  return async () => {
    let sum = 0;
    for (const { group, name } of asked) sum += (await lookUp(group, name)).weight;
    return sum;
  };
}

/** @type {Record<string, import("./harness/compare.mjs").Contender>} */
export const contenders = {
  floe({ verb, count }) {
    const { types, kept } = makePlugins(count);
    const registry = new PluginRegistry({ sources: [], types });
    for (const { group, plugin } of kept) registry.register(group, /** @type {any} */ (plugin));
    return verb === "find"
      ? lookAllUp(verb, kept, (group, name) => registry.find(group, name))
      : lookAllUp(verb, kept, (group, name) => registry.get(group, name));
  },

  /** The least code: a map of maps, of plugins or of promises of them. */
  "map of maps"({ verb, count }) {
    const { types, kept } = makePlugins(count);
    const groups = new Map(types.map(({ group }) => [group, new Map()]));
    for (const { group, name, plugin } of kept) groups.get(group)?.set(name, stored(verb, plugin));
    return lookAllUp(verb, kept, (group, name) => groups.get(group)?.get(name));
  },

  /** One map, and a key that is put together for every look-up. */
  "a key per call"({ verb, count }) {
    const { kept } = makePlugins(count);
    const plugins = new Map(kept.map(({ group, name, plugin }) => [`${group}:${name}`, stored(verb, plugin)]));
    return lookAllUp(verb, kept, (group, name) => plugins.get(`${group}:${name}`));
  },
};

/** @param {"find" | "get"} verb @param {WeightedPlugin} plugin */
function stored(verb, plugin) {
  return verb === "find" ? plugin : Promise.resolve(plugin);
}
