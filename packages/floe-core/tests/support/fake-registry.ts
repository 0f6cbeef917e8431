import type { DiscoveryFindings, DiscoverySource, FoundEntry } from "../../src/discovery/discovery-source.ts";
import type { EntryPoint } from "../../src/discovery/entry-point.ts";
import { PluginRegistry } from "../../src/registry/plugin-registry.ts";
import type { PluginRegistryOptions } from "../../src/registry/registry-options.ts";
import { FakeIdentity, FakeSecrets, IDENTITY, SECRETS, type FakeBehaviour } from "./fake-plugin.ts";

/** An entry that a source offers; each part has a default. */
export interface FakeEntry extends Partial<Omit<EntryPoint, "key" | "package" | "apiVersion">> {
  readonly name: string;
  /** Default: 1.0; undefined leaves it out. */
  readonly apiVersion?: string | undefined;
  readonly package?: Partial<EntryPoint["package"]>;
  /** What the plugin does once it is loaded. Ignored when there is a `load`. */
  readonly behaviour?: FakeBehaviour;
  /** Gets the class; null leaves it out, so that `file` is imported. */
  readonly load?: (() => unknown) | null;
}

/** What a source finds when it offers these entries. */
export function findings(entries: readonly FakeEntry[], more: Partial<DiscoveryFindings> = {}): DiscoveryFindings {
  return { entries: entries.map(toFound), skipped: [], packagesRead: entries.length, ...more };
}

/** A source that offers these entries, without a disk. */
export function fakeSource(entries: readonly FakeEntry[], more: Partial<DiscoveryFindings> = {}): DiscoverySource {
  return { name: "fake", discover: () => findings(entries, more) };
}

/** A registry that has discovered these entries. */
export function discovered(entries: readonly FakeEntry[], options: PluginRegistryOptions = {}): PluginRegistry {
  const registry = new PluginRegistry({ cwd: "/app", sources: [fakeSource(entries)], ...options });
  registry.discoverAll();
  return registry;
}

/** A registry that finds nothing and was given these plugins. */
export function registered(
  plugins: readonly (FakeSecrets | FakeIdentity)[],
  options: PluginRegistryOptions = {},
): PluginRegistry {
  const registry = new PluginRegistry({ cwd: "/app", sources: [], ...options });
  for (const plugin of plugins) {
    if (plugin instanceof FakeSecrets) registry.register(SECRETS, plugin);
    else registry.register(IDENTITY, plugin);
  }
  return registry;
}

function toFound(entry: FakeEntry): FoundEntry {
  const { name, type = SECRETS, description, load = classOf(type, entry.behaviour) } = entry;
  const apiVersion = "apiVersion" in entry ? entry.apiVersion : "1.0";
  return {
    entryPoint: {
      key: `${type}:${name}`,
      type,
      name,
      file: entry.file ?? "",
      export: entry.export ?? "default",
      ...(apiVersion === undefined ? {} : { apiVersion }),
      ...(description === undefined ? {} : { description }),
      dependencies: entry.dependencies ?? [],
      package: { name: `floe-${name}`, version: "1.2.3", path: `/app/node_modules/floe-${name}`, ...entry.package },
    },
    ...(load === null ? {} : { load }),
  };
}

function classOf(type: string, behaviour?: FakeBehaviour): () => unknown {
  if (type === IDENTITY) {
    return () =>
      class extends FakeIdentity {
        constructor() {
          super(behaviour);
        }
      };
  }
  return () =>
    class extends FakeSecrets {
      constructor() {
        super(behaviour);
      }
    };
}
