import type { PluginDependency } from "../plugin/plugin-dependency.ts";
import type { DiscoveryFindings, DiscoveryRequest, DiscoverySource, FoundEntry } from "./discovery-source.ts";
import { parseGroup, type ParsedEntries } from "./manifest/parse-group.ts";
import { toVerdict } from "./problem.ts";
import { readStaticEntry, type StaticPackage } from "./static/read-static-entry.ts";

/** A plugin's class, which is constructed without arguments. */
export type StaticPluginClass = new () => object;

/** A plugin in a static table, in the long form. */
export interface StaticPluginEntry {
  /** The class, or what returns or resolves with it; called once, on first use. */
  readonly load: StaticPluginClass | (() => unknown);
  /** The plugin's version. Default: the source's. */
  readonly version?: string;
  /** The plugin-API version it needs. Default: not stated, so checked once it is constructed. */
  readonly apiVersion?: string;
  readonly description?: string;
  readonly dependencies?: readonly PluginDependency[];
  /** The package it is said to come from. Default: the source's. */
  readonly package?: string;
}

/** Entry-point group to plugin name to plugin: its class, a function that gets the class, or the long form. */
export type StaticPluginTable = Readonly<
  Record<string, Readonly<Record<string, StaticPluginClass | (() => unknown) | StaticPluginEntry>>>
>;

/** What holds for a static source's plugins unless they say otherwise. */
export interface StaticSourceOptions {
  /** The source's name in verdicts and logs. Default: `"static"`. */
  readonly name?: string;
  /** Default: `"(static)"`. */
  readonly package?: string;
  /** Default: `"0.0.0"`. */
  readonly version?: string;
}

/**
 * A source that reads no files: for tests, embedding, and bundles, in which there are no packages any more.
 * Names, versions and dependencies are checked as in a package.json, and what is wrong becomes a verdict.
 * Its entry points have the empty string as `file` and as their package's `path`.
 *
 * @example
 * ```ts
 * import { PluginRegistry, staticSource } from "floe-core";
 *
 * class MySecrets {} // extends SecretsPlugin
 * const source = staticSource({ "floe.secrets": { mine: { load: () => MySecrets, version: "1.2.0" } } });
 * const registry = new PluginRegistry({ sources: [source] });
 * registry.discoverAll();
 * console.log(registry.listAll()["floe.secrets"]); // [ 'mine' ]
 * ```
 */
export function staticSource(table: StaticPluginTable, options: StaticSourceOptions = {}): DiscoverySource {
  const owner = { name: options.package ?? "(static)", version: options.version ?? "0.0.0" };
  return Object.freeze({
    name: options.name ?? "static",
    discover: ({ groups }: DiscoveryRequest) => read(table, owner, groups),
  });
}

function read(table: StaticPluginTable, owner: StaticPackage, groups: readonly string[]): DiscoveryFindings {
  const parsed: ParsedEntries<FoundEntry> = { entries: [], rejections: [] };
  for (const [type, group] of Object.entries(table)) {
    parseGroup(type, group, groups, (name, value) => readStaticEntry(type, name, value, owner), parsed);
  }
  return {
    entries: parsed.entries,
    skipped: parsed.rejections.map((rejection) => toVerdict(rejection, { package: owner.name, file: "" })),
    packagesRead: 0,
  };
}
