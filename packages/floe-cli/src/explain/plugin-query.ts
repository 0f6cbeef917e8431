import { tryParsePluginKey, type PluginInfo } from "floe-core";
import { groupOf } from "./group-of.ts";

/** What is asked for: a plugin, a package, or a word that may be either. */
export interface PluginQuery {
  /** As typed. */
  readonly text: string;
  /** The entry-point group, or the word in its place that means none; undefined: any. */
  readonly type: string | undefined;
  /** The plugin's name; undefined for what can only be a package. */
  readonly name: string | undefined;
  /** The package's name; undefined for what can only be a plugin. */
  readonly package: string | undefined;
}

/** What may name a package; nothing that leads out of a `node_modules` folder. */
const PACKAGE_NAME = /^(?:@[^/\\.][^/\\]*\/)?[^/\\.@][^/\\]*$/;

/** Reads `floe.computes:duckdb`, `computes/duckdb`, `compute/duckdb`, `duckdb`, `floe-duckdb-compute`, `@acme/plugins`. */
export function readPluginQuery(text: string): PluginQuery {
  const packageName = PACKAGE_NAME.test(text) ? text : undefined;
  if (text.startsWith("@")) return { text, type: undefined, name: undefined, package: packageName };
  const { type, name } = tryParsePluginKey(text.includes(":") ? text : text.replace("/", ":")) ?? {};
  if (type === undefined || name === undefined) return { text, type: undefined, name: text, package: packageName };
  return { text, type: groupOf(type) ?? type, name, package: undefined };
}

/** Whether a plugin is one that is asked for by its name. */
export function isAskedFor({ type, name }: Pick<PluginInfo, "name"> & { readonly type: string }, query: PluginQuery): boolean {
  return name === query.name && (query.type === undefined || type === query.type);
}
