import { FLOE_PLUGIN_API_VERSION, PluginType, type StaticPluginEntry } from "floe-core";
import type { BrokenPlugin } from "./broken-plugin.ts";
import { BROKEN_NAME } from "./sound-compute.ts";

/** What is particular about a broken plugin that is a class. */
export interface BrokenEntryParts extends Omit<BrokenPlugin, "type" | "name" | "source"> {
  /** Default: a compute plugin. */
  readonly type?: PluginType;
  /** The class, or whatever else is to be constructed. */
  readonly class: StaticPluginEntry["load"];
  /** The plugin API that its manifest states; null states none. Default: floe-core's own. */
  readonly apiVersion?: string | null;
  /** The version that its package.json states. Default: `1.0.0`. */
  readonly version?: string;
}

/** Fills in what all broken plugins that are classes share. */
export function brokenEntry(parts: BrokenEntryParts): BrokenPlugin {
  const { class: load, type = PluginType.COMPUTE, apiVersion = FLOE_PLUGIN_API_VERSION, version = "1.0.0", ...particular } = parts;
  const entry = { load, version, ...(apiVersion === null ? {} : { apiVersion }) };
  const source = { kind: "entry", entry } as const;
  return Object.freeze({ ...particular, type, name: BROKEN_NAME, source });
}
