import type { PluginMetadata, StaticPluginTable } from "floe-core";
import type { ContractClause } from "./contract-clause.ts";
import type { ContractSamples } from "./contract-samples.ts";

/** A configuration as a platform file states it, before the plugin's schema made something of it. */
export type RawConfig = Readonly<Record<string, unknown>>;

/** A configuration that the schema has to refuse, and the field that it has to name, such as `threads` or `files.0`. */
export interface InvalidConfig {
  readonly config: RawConfig;
  readonly field: string;
}

/** What a suite has to know of a plugin, and what a package may declare of it as JSON. Every option has a default. */
export interface ContractDeclaration {
  /** Configurations that are accepted; with the first one the plugin is started. One may stand alone. Default: `{}`. */
  readonly valid?: RawConfig | readonly RawConfig[];
  /** Configurations that are refused. One without a `field` has to be refused with the name of any field. Default: none. */
  readonly invalid?: readonly (InvalidConfig | RawConfig)[];
  /** A valid configuration with which there is nothing to reach; the plugin must not call itself healthy then. Default: none. */
  readonly unreachable?: RawConfig;
  /** Texts in these configurations that must never show, besides those that the schema makes secrets of. Default: none. */
  readonly secrets?: readonly string[];
  /** Clauses that this plugin does not keep, each with the reason; they are listed as skipped. Default: none. */
  readonly skip?: Readonly<Partial<Record<ContractClause, string>>>;
  /** What the type's own clauses try the plugin with. Default: what works for most. */
  readonly samples?: ContractSamples;
}

/** How long a suite waits, in milliseconds. */
export interface ContractLimits {
  /** For a hook or method to end by itself. Default: 2,000. */
  readonly callMs: number;
  /** For a hook or method to end once its signal is aborted. Default: 1,000. */
  readonly signalMs: number;
}

/** What a contract suite is run with. */
export interface ContractOptions<Plugin extends PluginMetadata = PluginMetadata> extends ContractDeclaration {
  /** Makes a new plugin, without configuring it. Called many times. */
  readonly create: () => Plugin;
  /**
   * The folder of the plugin's package, as a path or a file URL: its package.json states who the plugin is and, in
   * `floeContract`, whatever is not stated here. Default: the class states it itself.
   */
  readonly package?: string | URL;
  /** The plugin's name, where the package has several of its type. */
  readonly name?: string;
  /** The plugins that it depends on, as `mockDiscovery` takes them. Default: the fakes of their types. */
  readonly dependencies?: StaticPluginTable;
  readonly limits?: Partial<ContractLimits>;
}
