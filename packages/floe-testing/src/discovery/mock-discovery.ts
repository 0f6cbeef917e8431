import {
  FLOE_PLUGIN_API_VERSION,
  staticSource,
  tryParsePluginKey,
  type DiscoveryFindings,
  type DiscoveryRequest,
  type DiscoverySource,
  type PluginKey,
  type PluginType,
  type SkippedEntry,
  type StaticPluginTable,
} from "floe-core";
import { FAKE_CLASSES } from "../fakes/fake-plugin.ts";

/** A verdict of which only the code has to be stated. */
export type MockSkipped = Pick<SkippedEntry, "code"> & Partial<SkippedEntry>;

/** What a mock discovery finds besides its table. */
export interface MockDiscoveryOptions {
  /** Verdicts to report. Default: none. */
  readonly skipped?: readonly MockSkipped[];
  /**
   * Plugin key to the names of packages that offer it. Each offers what the table has under the key, or else
   * the type's fake. Default: none.
   */
  readonly conflicts?: Readonly<Record<PluginKey, readonly string[]>>;
  /** What the application prefers, plugin key to package name. Default: nothing. */
  readonly prefer?: Readonly<Record<PluginKey, string>>;
}

/** Whose plugins these are, unless the table says so. */
const OWNER = { name: "mock", package: "mock-plugins", version: "1.0.0" } as const;

/**
 * A discovery source without any file. The table is that of floe-core's `staticSource`: group to name to a
 * class, a function that gets one, or `{ load, version, apiVersion, description, dependencies, package }`.
 * The long form is taken as it is; in the short form the manifest states floe-core's own plugin API, so that a
 * class need not.
 *
 * @throws RangeError for a conflict whose key is in no table and names no type of floe's own.
 * @example
 * ```ts
 * import { PluginRegistry } from "floe-core";
 * import { FakeCompute, mockDiscovery } from "floe-testing";
 *
 * const source = mockDiscovery({ "floe.computes": { fake: FakeCompute } });
 * const registry = new PluginRegistry({ sources: [source] });
 * registry.discoverAll();
 * console.log(registry.listAll()["floe.computes"]); // [ 'fake' ]
 * ```
 */
export function mockDiscovery(table: StaticPluginTable = {}, options: MockDiscoveryOptions = {}): DiscoverySource {
  const { skipped = [], conflicts = {}, prefer = {} } = options;
  const disputed = Object.entries(conflicts).flatMap(([key, packages]) =>
    packages.map((name) => staticSource(entryOf(key, table), { ...OWNER, package: name })),
  );
  const sources = [staticSource(undisputed(table, Object.keys(conflicts)), OWNER), ...disputed];
  return {
    name: OWNER.name,
    discover(request: DiscoveryRequest): DiscoveryFindings {
      const found = sources.map((source) => source.discover(request));
      return {
        entries: found.flatMap(({ entries }) => entries),
        skipped: [...found.flatMap((findings) => findings.skipped), ...skipped.map(fill)],
        prefer,
        packagesRead: 0,
      };
    },
  };
}

function entryOf(key: string, table: StaticPluginTable): StaticPluginTable {
  const { type = "", name = "" } = tryParsePluginKey(key) ?? {};
  const entry = table[type]?.[name] ?? fakeOf(type);
  if (entry !== undefined) return { [type]: { [name]: longForm(entry) } };
  throw new RangeError(`Cannot mock a conflict for ${key}: it is not in the table, and its type has no fake`);
}

function fakeOf(type: string): (new () => object) | undefined {
  return Object.hasOwn(FAKE_CLASSES, type) ? FAKE_CLASSES[type as PluginType] : undefined;
}

function undisputed(table: StaticPluginTable, disputed: readonly string[]): StaticPluginTable {
  const groups = Object.entries(table).map(([type, group]) => {
    const kept = Object.entries(group).filter(([name]) => !disputed.includes(`${type}:${name}`));
    return [type, Object.fromEntries(kept.map(([name, entry]) => [name, longForm(entry)]))] as const;
  });
  return Object.fromEntries(groups);
}

type TableEntry = StaticPluginTable[string][string];

function longForm(entry: TableEntry): TableEntry {
  return typeof entry === "function" ? { load: entry, apiVersion: FLOE_PLUGIN_API_VERSION } : entry;
}

function fill(verdict: MockSkipped): SkippedEntry {
  return {
    package: OWNER.package,
    file: "",
    path: "",
    expected: "what floe accepts",
    found: "something else",
    message: `Cannot accept what a test says is skipped: ${verdict.code}`,
    remedy: "Nothing: this is a test.",
    ...verdict,
  };
}
