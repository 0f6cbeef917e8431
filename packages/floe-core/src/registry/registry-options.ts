import type { DiscoveryScope, DiscoverySource } from "../discovery/discovery-source.ts";
import type { Logger } from "../logger.ts";
import type { PluginTypeDefinition } from "../plugin/plugin-type-definition.ts";
import type { PluginKey } from "../plugin-key.ts";

/** A time limit in milliseconds: one for all plugins, or by key with a default. `Infinity` means none. */
export type TimeLimit = number | { readonly default?: number; readonly [key: PluginKey]: number };

/** What a registry is made from. Every option has a default. */
export interface PluginRegistryOptions {
  /** Where discovery begins and relative paths in configurations start from. Default: the working directory. */
  readonly cwd?: string;
  /** How far the package scan goes. Default: `reachable`. */
  readonly scope?: DiscoveryScope;
  /** Where plugins are looked for. Default: the packages on disk; an empty list means nowhere. */
  readonly sources?: readonly DiscoverySource[];
  /** Plugin types of the platform's own, from `definePluginType`. Default: none. */
  readonly types?: readonly PluginTypeDefinition[];
  /** Plugin key to package name, where several packages offer a key. Wins over the application's own. */
  readonly prefer?: Readonly<Record<string, string>>;
  /** Default: silent. */
  readonly logger?: Logger;
  /** The plugin API this platform speaks. Default: `FLOE_PLUGIN_API_VERSION`. */
  readonly apiVersion?: string;
  /** For loading a module and for `startup`, each. Default: 30,000. */
  readonly startupTimeoutMs?: TimeLimit;
  /** For `shutdown`. Default: 30,000. */
  readonly shutdownTimeoutMs?: TimeLimit;
  /** For `healthCheck`. Default: 5,000. */
  readonly healthTimeoutMs?: TimeLimit;
  /** Whether discovery may use a cache. There is none yet. */
  readonly cache?: false;
}

/** Options of `configure`. */
export interface ConfigureOptions {
  /**
   * Texts within the configuration that must never show, whether or not the schema says so: they are masked in
   * whatever the plugin's hooks throw or report. Default: those that the schema makes a `Secret` of.
   */
  readonly secrets?: readonly string[] | undefined;
}

/** Options of a call that starts plugins. */
export interface ActivateOptions {
  /** For each plugin this call starts, instead of the registry's limit. */
  readonly timeoutMs?: number | undefined;
  /** Aborting it gives up every start that no one else waits for. */
  readonly signal?: AbortSignal | undefined;
}

/** What happens when a plugin cannot be started: `optional` leaves the rest up, `required` stops it again. */
export type FailurePolicy = "optional" | "required";

/** Options of `activateAll`. */
export interface ActivateAllOptions extends ActivateOptions {
  /** The plugins to start, with their dependencies. Default: all that are known. */
  readonly select?: readonly PluginKey[] | undefined;
  /** For all, or by key (`optional` for keys not named). Default: `optional`. */
  readonly policy?: FailurePolicy | Readonly<Record<PluginKey, FailurePolicy>> | undefined;
}

/** Options of calls that stop plugins. */
export interface ShutdownOptions {
  /** For each plugin's `shutdown`, instead of the registry's limit. */
  readonly timeoutMs?: number | undefined;
}

/** Options of health checks. */
export interface HealthOptions {
  /** For each plugin's `healthCheck`, instead of the registry's limit. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
