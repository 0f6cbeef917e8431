import { KnownPlugins } from "../dependencies/known-plugins.ts";
import type { DiscoveryReport } from "../discovery/discovery-report.ts";
import { BUILTIN_PLUGIN_TYPES } from "../plugin/builtin-plugin-types.ts";
import type { PluginTypeDefinition } from "../plugin/plugin-type-definition.ts";
import type { PluginKey } from "../plugin-key.ts";
import { tryParsePluginKey } from "../plugin-key.ts";
import type { PluginRecord } from "./plugin-record.ts";

/** Owns everything mutable of one registry: its records, what discovery said, the order of starts. */
export class PluginStore {
  /** The plugin types of this registry, by group, sorted. */
  readonly types: ReadonlyMap<string, PluginTypeDefinition>;
  /** What the last discovery found; undefined before the first. */
  report: DiscoveryReport | undefined;
  /** Calls of `activate` and `activateAll` in progress. */
  readonly calls: Set<{ readonly abort: () => void }> = new Set();
  isDisposed = false;

  readonly #groups: ReadonlyMap<string, Map<string, PluginRecord>>;
  #starts = 0;
  #known: KnownPlugins<PluginRecord> | undefined;

  /** @throws TypeError if two definitions share a group. */
  constructor(types: readonly PluginTypeDefinition[]) {
    const all = [...BUILTIN_PLUGIN_TYPES, ...types].sort((a, b) => (a.group < b.group ? -1 : 1));
    this.types = new Map(all.map((definition) => [definition.group, definition]));
    if (this.types.size < all.length) throw new TypeError("Cannot make a registry: two plugin types share a group");
    this.#groups = new Map(all.map(({ group }) => [group, new Map<string, PluginRecord>()]));
  }

  /** The record of a plugin, or undefined. */
  find(type: string, name: string): PluginRecord | undefined {
    return this.#groups.get(type)?.get(name);
  }

  /** The record of a key, or undefined. */
  findKey(key: PluginKey): PluginRecord | undefined {
    const parts = tryParsePluginKey(key);
    return parts === undefined ? undefined : this.find(parts.type, parts.name);
  }

  /** Adds a record; its group is known and its name free. */
  add(record: PluginRecord): void {
    this.#groups.get(record.type)?.set(record.name, record);
    this.#known = undefined;
  }

  /** Removes a record if it is still the one under its key. */
  remove(record: PluginRecord): void {
    const group = this.#groups.get(record.type);
    if (group?.get(record.name) !== record) return;
    group.delete(record.name);
    this.#known = undefined;
  }

  /** All records, by key. */
  all(): readonly PluginRecord[] {
    return this.known().nodes;
  }

  /** All records, numbered for resolution; kept until one comes or goes. */
  known(): KnownPlugins<PluginRecord> {
    return (this.#known ??= new KnownPlugins([...this.types.keys()].flatMap((type) => this.ofType(type))));
  }

  /** The records of one type, by name; none for an unknown type. */
  ofType(type: string): readonly PluginRecord[] {
    const group = this.#groups.get(type) ?? new Map<string, PluginRecord>();
    // Names are what is sorted, not records by their names: without a comparison of ours, a thousand take a third of the time.
    return [...group.keys()].sort().map((name) => group.get(name) as PluginRecord);
  }

  /** The next position in the order of starts. */
  nextStart(): number {
    this.#starts += 1;
    return this.#starts;
  }
}
