import { FLOE_PLUGIN_API_VERSION, tryParsePluginKey, type PluginDependency, type StaticPluginTable } from "floe-core";
import { FAKE_CLASSES } from "../../fakes/fake-plugin.ts";

type Table = Record<string, Record<string, StaticPluginTable[string][string]>>;

/**
 * Fakes for what a plugin cannot do without, by entry-point group and name. A dependency that names no type of
 * floe's own has none: the plugin's author states what stands in for it.
 */
export function standIns(dependencies: readonly PluginDependency[], given: StaticPluginTable = {}): StaticPluginTable {
  const table: Table = {};
  for (const [group, plugins] of Object.entries(given)) table[group] = { ...plugins };
  for (const dependency of dependencies) {
    const { type, name, version, optional } = longForm(dependency);
    const fake = Object.entries(FAKE_CLASSES).find(([group]) => group === type)?.[1] as (new () => object) | undefined;
    if (type === undefined || fake === undefined || optional === true) continue;
    const group = (table[type] ??= {});
    if (name === undefined ? Object.keys(group).length > 0 : Object.hasOwn(group, name)) continue;
    group[name ?? "fake"] = { load: fake, version: versionIn(version), apiVersion: FLOE_PLUGIN_API_VERSION };
  }
  return table;
}

function longForm(dependency: PluginDependency): Exclude<PluginDependency, string> {
  if (typeof dependency !== "string") return dependency;
  return tryParsePluginKey(dependency) ?? { name: dependency };
}

const COMPARATOR = /(>(?!=)|<=?)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(-[0-9A-Za-z.-]+)?/g;

/** A version in the range, as far as ranges are usual: the first one that it does not only end at. */
function versionIn(range = "1.0.0"): string {
  const comparators = [...range.matchAll(COMPARATOR)];
  if (comparators.length === 0) return "1.0.0";
  const [, sign, major = "0", minor, patch, preRelease = ""] = comparators.find(([, one]) => one !== "<") ?? ["", "", "0"];
  if (sign !== ">") return `${major}.${minor ?? "0"}.${patch ?? "0"}${preRelease}`;
  if (minor === undefined) return `${Number(major) + 1}.0.0`;
  return patch === undefined ? `${major}.${Number(minor) + 1}.0` : `${major}.${minor}.${Number(patch) + 1}`;
}
