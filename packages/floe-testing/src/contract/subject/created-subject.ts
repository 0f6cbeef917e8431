import { types } from "node:util";
import {
  FLOE_PLUGIN_API_VERSION,
  isPluginName,
  isSemver,
  tryParseApiVersion,
  type PluginDependency,
  type PluginType,
  type StaticPluginEntry,
} from "floe-core";
import type { ContractOptions } from "../contract-options.ts";
import { ContractSetupError } from "../contract-setup-error.ts";
import type { ContractSubject } from "./contract-subject.ts";
import { readManifestEntry } from "./manifest-entry.ts";
import { tableSubject } from "./table-subject.ts";

/**
 * The subject that `create` makes. Who it is comes from its package's manifest if there is one, and otherwise
 * from the class.
 *
 * @throws ContractSetupError if the package has no such plugin.
 */
export function createdSubject(type: PluginType, options: ContractOptions): ContractSubject {
  const { dependencies } = options;
  const create = creatingAnew(options.create);
  const itself = stated(created(create));
  const { name, entry } = options.package === undefined ? itself : readManifestEntry(type, options.package, options.name);
  return tableSubject({ type, name, entry: { ...entry, load: () => constructing(create) }, dependencies });
}

/** Plugins that a test gives out twice would carry what one clause did to them into the next. */
function creatingAnew(create: () => unknown): () => object {
  const before = new WeakSet<object>();
  return () => {
    // Whatever is no object, a constructor cannot make.
    const plugin = create() as object;
    if (Object(plugin) === plugin && before.has(plugin)) {
      throw new ContractSetupError(
        "create answers with a plugin that it made before",
        "Make a new one on every call: create: () => new MyPlugin().",
      );
    }
    if (Object(plugin) === plugin) before.add(plugin);
    return plugin;
  };
}

/** A class that has the instances which `create` makes. */
function constructing(create: () => object): new () => object {
  return new Proxy(class extends Object {}, { construct: () => create() });
}

/** What `create` makes; undefined if it fails, which it will again where the plugin is loaded and a clause says so. */
function created(create: () => object): unknown {
  try {
    const plugin = create();
    if (types.isPromise(plugin)) plugin.catch(() => undefined);
    return plugin;
  } catch {
    return undefined;
  }
}

/**
 * What the class says of itself, as a manifest would state it. What it does not say, or not as it should, gets a
 * default: discovery would refuse it as a whole, where its own clauses can say what is wrong.
 */
function stated(plugin: unknown): { readonly name: string; readonly entry: Omit<StaticPluginEntry, "load"> } {
  const [name, version, apiVersion] = (["name", "version", "floeApiVersion"] as const).map((member) => read(plugin, member));
  const dependencies = read(plugin, "dependencies");
  return {
    name: isPluginName(name) ? name : "plugin",
    entry: {
      version: isSemver(version) ? version : "1.0.0",
      ...apiVersionOf(apiVersion),
      dependencies: Array.isArray(dependencies) && dependencies.every(isDependencyLike) ? dependencies : [],
    },
  };
}

function apiVersionOf(value: unknown): Pick<StaticPluginEntry, "apiVersion"> {
  if (value === undefined) return { apiVersion: FLOE_PLUGIN_API_VERSION };
  return typeof value === "string" && tryParseApiVersion(value) !== undefined ? { apiVersion: value } : {};
}

function isDependencyLike(value: unknown): value is PluginDependency {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

/** A getter of the base class throws where nobody states the member. */
function read(plugin: unknown, member: string): unknown {
  try {
    return Reflect.get(plugin as object, member);
  } catch {
    return undefined;
  }
}
