import type { PluginDependency } from "./plugin-dependency.ts";

/** Who a plugin is, as its manifest says. */
export interface PluginIdentity {
  readonly name: string;
  readonly version: string;
  readonly floeApiVersion: string | undefined;
  readonly description: string;
  readonly dependencies: readonly PluginDependency[];
}

/** What the host keeps on a plugin instance: the identity it handed in and the configuration in force. */
export interface PluginHostSlot {
  identity: PluginIdentity | undefined;
  /** The folder that relative paths in the configuration start from; undefined means the process's own. */
  baseDir: string | undefined;
  config: { readonly value: unknown } | undefined;
}

/**
 * The slot hangs on the instance under a shared symbol, not in a WeakMap or a private field: the registry
 * and the plugin's base class may come from two copies of floe-core, and must see the same slot.
 */
const SLOT: unique symbol = Symbol.for("floe.plugin.host");

/** The slot of `plugin`, made on first use. Throws a TypeError if the instance is frozen. */
export function hostSlot(plugin: object): PluginHostSlot {
  const present = findHostSlot(plugin);
  if (present !== undefined) return present;
  const slot: PluginHostSlot = { identity: undefined, baseDir: undefined, config: undefined };
  Object.defineProperty(plugin, SLOT, { value: slot });
  return slot;
}

/** The slot of `plugin` if it has one yet. */
export function findHostSlot(plugin: object): PluginHostSlot | undefined {
  // Its own: a plugin may have been made from another one, with that one as its prototype.
  return Object.hasOwn(plugin, SLOT) ? (plugin as { readonly [SLOT]?: PluginHostSlot })[SLOT] : undefined;
}
