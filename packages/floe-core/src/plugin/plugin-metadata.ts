import { PluginConfigurationError } from "../errors/plugin-configuration-error.ts";
import { PluginContractError } from "../errors/plugin-contract-error.ts";
import type { HealthStatus } from "../health-status.ts";
import { pluginKey, type PluginKey } from "../plugin-key.ts";
import type { ConfigSchema } from "./config-schema.ts";
import { brandPluginClass, readPluginBrand } from "./plugin-brand.ts";
import type { PluginContext } from "./plugin-context.ts";
import type { PluginDependency } from "./plugin-dependency.ts";
import { findHostSlot, hostSlot, type PluginIdentity } from "./plugin-host-slot.ts";

/** What `startup` is given. */
export interface StartupContext extends PluginContext {
  /** The plugins this one depends on, by key; each is active. An absent optional one is not in it. */
  readonly dependencies: ReadonlyMap<PluginKey, PluginMetadata>;
}

/*
 * The identity members stand in an interface, merged with the class below. TypeScript then lets a
 * subclass state them as a field or as a getter, and no private member makes the type nominal, so the
 * types of two copies of floe-core fit each other.
 */
export interface PluginMetadata<Config = unknown> {
  /** Lower-case words joined by `-` or `_`, at most 64 characters. From the manifest when discovered. */
  readonly name: string;
  /** The plugin's own version, full semver. From package.json when discovered. */
  readonly version: string;
  /** The plugin-API version it needs, `X.Y` or semver. From the manifest when stated there. */
  readonly floeApiVersion: string;
  /** One line for people. Default: the empty string. */
  readonly description: string;
  /** What has to be active before this plugin starts. Default: nothing. */
  readonly dependencies: readonly PluginDependency[];
  /** The validated, frozen configuration. Reading it before `configure` throws a PluginConfigurationError. */
  readonly config: Config;
  /** Whether `config` may be read. */
  readonly isConfigured: boolean;
  /**
   * The folder that relative paths in the configuration start from, absolute: the registry's `cwd` (for a
   * platform file, the file's folder), and the process's working directory without a registry.
   */
  readonly baseDir: string;
}

/**
 * The base of all plugin types. Extend one of its eleven subclasses, not this class itself.
 *
 * The registry constructs a discovered plugin without arguments and hands in its identity from the
 * manifest right afterwards, so nothing has to be stated twice. A plugin given to `register` states
 * `name`, `version` and `floeApiVersion` itself.
 *
 * Order of calls: constructor, `getConfigSchema`, `configure`, `startup`, any number of `healthCheck`,
 * `shutdown`; after it `configure` and `startup` may follow again.
 */
export abstract class PluginMetadata<Config = unknown> {
  static {
    brandPluginClass(this.prototype, "");
    defineIdentity(this.prototype, "name", (identity) => identity.name);
    defineIdentity(this.prototype, "version", (identity) => identity.version);
    defineIdentity(this.prototype, "floeApiVersion", (identity) => identity.floeApiVersion);
    defineIdentity(this.prototype, "description", (identity) => identity.description, "");
    defineIdentity(this.prototype, "dependencies", (identity) => identity.dependencies, []);
    define(this.prototype, "config", (plugin) => {
      const config = findHostSlot(plugin)?.config;
      if (config !== undefined) return config.value;
      throw new PluginConfigurationError({
        plugin: keyOf(plugin),
        verb: "read the configuration of",
        reason: "it was not configured yet",
        hint: "Read `config` in startup() or later, never in the constructor.",
      });
    });
    define(this.prototype, "baseDir", (plugin) => findHostSlot(plugin)?.baseDir ?? process.cwd());
    define(this.prototype, "isConfigured", (plugin) => findHostSlot(plugin)?.config !== undefined);
  }

  /**
   * The schema of the configuration, or null (the default) if the plugin takes none. Called before every
   * `configure` and by tools; must be pure and cheap. A non-empty configuration for a plugin without a
   * schema is refused.
   */
  getConfigSchema(): ConfigSchema<Config> | null {
    return null;
  }

  /**
   * Takes a configuration that the schema accepted; the default stores it. Called before `startup` and
   * again after `shutdown`, never while active. A throw refuses it: the previous one stays in force.
   * An override calls `super.configure(config)`.
   */
  configure(config: Config): void {
    hostSlot(this).config = { value: config };
  }

  /**
   * Makes the plugin ready for use. Called once per activation, after everything in `dependencies` is
   * active; by default within 30 s. A throw or an overrun fails this plugin and blocks its dependents;
   * `shutdown` follows once. It may call its own registry; a start that waits there for itself, or for a
   * plugin that depends on it, ends at its limit. The default does nothing.
   */
  startup(_context: StartupContext): void | Promise<void> {}

  /**
   * Gives back what `startup` took. Called once for every start, after a failed one too; by default
   * within 30 s. Must be safe without a `startup` and safe twice. A throw is reported and stops nothing
   * else. A stop that waits for itself ends at its limit. The default does nothing.
   */
  shutdown(_context: PluginContext): void | Promise<void> {}

  /**
   * Answers how the plugin is. Called only while active, at any time, by default within 5 s; a throw or
   * an overrun counts as unhealthy. The default is healthy.
   */
  healthCheck(_context: PluginContext): HealthStatus | Promise<HealthStatus> {
    return { state: "healthy" };
  }
}

/** Defines a getter that a subclass may override with a getter, a field or an assignment. */
function define(prototype: object, member: string, get: (plugin: object) => unknown): void {
  Object.defineProperty(prototype, member, {
    configurable: true,
    get(this: object) {
      return get(this);
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, member, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

function defineIdentity(
  prototype: object,
  member: keyof PluginIdentity,
  read: (identity: PluginIdentity) => unknown,
  fallback?: unknown,
): void {
  define(prototype, member, (plugin) => {
    const identity = findHostSlot(plugin)?.identity;
    const value = identity === undefined ? fallback : read(identity);
    if (value !== undefined) return value;
    throw new PluginContractError({
      plugin: keyOf(plugin),
      verb: `read the ${member} of`,
      violations: [{ rule: "missing", member, expected: "stated by the class or by its manifest", found: "neither" }],
    });
  });
}

/** The plugin's key as far as it is known; never throws. */
function keyOf(plugin: object): PluginKey {
  const name = findHostSlot(plugin)?.identity?.name ?? ownName(plugin);
  return pluginKey(readPluginBrand(plugin)?.group ?? "", name);
}

function ownName(plugin: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(plugin, "name")?.value;
  return typeof name === "string" ? name : plugin.constructor.name;
}
