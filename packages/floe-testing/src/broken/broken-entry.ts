import { FLOE_PLUGIN_API_VERSION, PluginType, type StaticPluginEntry } from "floe-core";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { BROKEN_NAME } from "./sound-compute.ts";

/** What is particular about a broken compute plugin that is a class. */
export interface BrokenEntryParts extends Omit<BrokenPlugin, "type" | "name" | "source"> {
  /** The class, or whatever else is to be constructed. */
  readonly class: StaticPluginEntry["load"];
  /** The plugin API that its manifest states; null states none. Default: floe-core's own. */
  readonly apiVersion?: string | null;
}

/** Fills in what all broken compute plugins that are classes share. */
export function brokenEntry(parts: BrokenEntryParts): BrokenPlugin {
  const { class: load, apiVersion = FLOE_PLUGIN_API_VERSION, ...particular } = parts;
  const entry = { load, version: "1.0.0", ...(apiVersion === null ? {} : { apiVersion }) };
  const source = { kind: "entry", entry } as const;
  return Object.freeze({ ...particular, type: PluginType.COMPUTE, name: BROKEN_NAME, source });
}
