import type { PackageRef } from "../discovery/entry-point.ts";
import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { EntryPointGroup } from "../plugin/plugin-types.ts";
import type { PluginKey } from "../plugin-key.ts";
import type { PluginState } from "./plugin-state.ts";

/** What is known of a plugin without importing it. */
export interface PluginInfo {
  readonly key: PluginKey;
  readonly type: EntryPointGroup;
  readonly name: string;
  readonly version: string;
  /** The plugin-API version it states; undefined for a manifest that states none and is not loaded. */
  readonly apiVersion: string | undefined;
  readonly description: string;
  readonly dependencies: readonly PluginDependency[];
  /** The package it comes from; absent for a plugin given to `register`. */
  readonly package?: PackageRef;
  readonly state: PluginState;
  readonly isConfigured: boolean;
  /** Set when several packages offer the key and none is preferred: all of them. The first is described here. */
  readonly conflict?: readonly PackageRef[];
}
