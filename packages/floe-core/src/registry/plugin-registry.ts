import type { DiscoveryReport } from "../discovery/discovery-report.ts";
import type { PluginGraph, Resolution } from "../dependencies/resolution.ts";
import { RegistryConflictError } from "../errors/registry-conflict-error.ts";
import type { PluginConfig } from "../plugin/config-schema.ts";
import type { PluginMetadata } from "../plugin/plugin-metadata.ts";
import type { EntryPointGroup, PluginTypes } from "../plugin/plugin-types.ts";
import type { PluginKey } from "../plugin-key.ts";
import { activateMany, activateOne } from "./activate.ts";
import { discoverInto, rediscoverInto } from "./discover-into.ts";
import { checkHealth, type FullHealthStatus } from "./health.ts";
import { checkHealthOfAll } from "./health-report.ts";
import { configureIdle } from "./configure-idle.ts";
import { loadPlugin } from "./load-plugin.ts";
import { notFound, requireRecord } from "./not-found.ts";
import { toInfo } from "./plugin-facts.ts";
import type { PluginInfo } from "./plugin-info.ts";
import type { PluginState } from "./plugin-state.ts";
import { registerPlugin } from "./register-plugin.ts";
import { makeContext, type RegistryContext } from "./registry-context.ts";
import type {
  ActivateAllOptions,
  ActivateOptions,
  ConfigureOptions,
  HealthOptions,
  PluginRegistryOptions,
  ShutdownOptions,
} from "./registry-options.ts";
import type { ActivationReport, HealthReport, RediscoveryReport, ShutdownReport } from "./reports.ts";
import { resolveDependencies } from "./resolve-dependencies.ts";
import { graphKnown, resolveKnown } from "./resolve-known.ts";
import { shutdownEverything, shutdownRecords } from "./shutdown.ts";
import { unregisterPlugin } from "./unregister-plugin.ts";

/** What `getAll` answers: every plugin of a type that loads, and why the others do not. */
export interface LoadedPlugins<Plugin> {
  readonly plugins: readonly Plugin[];
  readonly failures: readonly { readonly key: PluginKey; readonly error: unknown }[];
}

/**
 * Finds plugins, loads them on first use, configures, orders, starts, watches and stops them. A facade:
 * each verb is one call into the file that does it. Registries share nothing; making one reads no disk.
 *
 * @example
 * ```ts
 * import { PluginRegistry } from "floe-core";
 *
 * await using registry = new PluginRegistry();
 * registry.discoverAll();
 * const report = await registry.activateAll();
 * console.log(report.ok);
 * ```
 */
export class PluginRegistry implements AsyncDisposable {
  readonly #context: RegistryContext;

  /** @throws RangeError for a malformed limit or API version, TypeError for plugin types that share a group. */
  constructor(options: PluginRegistryOptions = {}) {
    this.#context = makeContext(options);
  }

  /** Reads the disk once, imports nothing and never throws; later calls return the first report. */
  discoverAll(): DiscoveryReport {
    return this.#open.store.report ?? discoverInto(this.#context);
  }

  /** Reads the disk again and says what changed. Loaded and active plugins are left alone. Never throws. */
  rediscover(): RediscoveryReport {
    return rediscoverInto(this.#open);
  }

  /**
   * Takes a plugin that the host made itself; it states its name, version and API version. Contract, version
   * and duplicates are checked before it is stored.
   *
   * @throws PluginContractError, PluginIncompatibleError, DuplicatePluginError; PluginNotFoundError for an
   *   unknown type.
   */
  register<Group extends EntryPointGroup>(type: Group, plugin: PluginTypes[Group]): void {
    registerPlugin(type, plugin, this.#open);
  }

  /**
   * Stops a plugin and removes every trace of it. Resolves with false if there is none.
   *
   * @throws PluginInUseError while plugins that depend on it are active.
   */
  async unregister(type: EntryPointGroup, name: string): Promise<boolean> {
    return unregisterPlugin(type, name, this.#open);
  }

  /** Whether the plugin is known: registered or discovered. Loads nothing. */
  has(type: EntryPointGroup, name: string): boolean {
    return this.#context.store.find(type, name) !== undefined;
  }

  /** The plugin if it is loaded, else undefined. Loads nothing. */
  find<Group extends EntryPointGroup>(type: Group, name: string): PluginTypes[Group] | undefined {
    return this.#context.store.find(type, name)?.plugin as PluginTypes[Group] | undefined;
  }

  /**
   * The plugin, loaded on first use: version check, import, construct, contract check. Concurrent calls
   * share one import and one instance; a failure is remembered.
   *
   * @throws PluginNotFoundError, DuplicatePluginError, PluginIncompatibleError, PluginLoadError,
   *   PluginContractError.
   */
  get<Group extends EntryPointGroup>(type: Group, name: string): Promise<PluginTypes[Group]> {
    return this.#load(type, name) as Promise<PluginTypes[Group]>;
  }

  /** Loads every plugin of a type, by name. A bad one never hides a good one; never rejects for a plugin. */
  async getAll<Group extends EntryPointGroup>(type: Group): Promise<LoadedPlugins<PluginTypes[Group]>> {
    const records = this.#open.store.ofType(type);
    const results = await Promise.allSettled(records.map((record) => this.get(type, record.name)));
    const failures = records.flatMap(({ key }, index) => {
      const result = results[index];
      return result?.status === "rejected" ? [{ key, error: result.reason as unknown }] : [];
    });
    return { plugins: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])), failures };
  }

  /** What is known of all plugins, or of one type's, by key. Imports nothing. */
  list(type?: EntryPointGroup): readonly PluginInfo[] {
    const { store } = this.#context;
    return (type === undefined ? store.all() : store.ofType(type)).map(toInfo);
  }

  /** The names of all known plugins, sorted, under every type; a type without plugins has an empty list. */
  listAll(): Record<EntryPointGroup, string[]> {
    const { store } = this.#context;
    const names = [...store.types.keys()].map((type) => [type, store.ofType(type).map((record) => record.name)]);
    return Object.fromEntries(names) as Record<EntryPointGroup, string[]>;
  }

  /** Where the plugin is on its way. @throws PluginNotFoundError */
  state(type: EntryPointGroup, name: string): PluginState {
    return requireRecord(this.#context, type, name).state;
  }

  /**
   * Validates a configuration with the plugin's schema, applies defaults, freezes, pushes it to the plugin,
   * then stores it. A failure changes nothing. Resolves with the result, or null if the plugin takes none.
   *
   * @throws PluginConfigurationError with every issue; also while the plugin is active. And what `get` throws.
   */
  async configure(
    type: EntryPointGroup,
    name: string,
    config: unknown,
    options: ConfigureOptions = {},
  ): Promise<PluginConfig | null> {
    return configureIdle(requireRecord(this.#open, type, name, "configure"), config, this.#context, options);
  }

  /** The frozen configuration; undefined: never configured; null: takes none. @throws PluginNotFoundError */
  getConfig(type: EntryPointGroup, name: string): PluginConfig | null | undefined {
    return requireRecord(this.#context, type, name).config;
  }

  /** In which order the selected plugins, or all, can start, and what is in the way. Never throws, imports nothing. */
  resolve(selection?: readonly PluginKey[]): Resolution {
    return resolveKnown(this.#context.store, selection).resolution;
  }

  /** Like `resolve`, with who needs whom. Never throws, imports nothing. */
  graph(selection?: readonly PluginKey[]): PluginGraph {
    return graphKnown(this.#context.store, selection);
  }

  /**
   * The given plugins, each after those it depends on. What is active in this registry counts as there.
   *
   * @throws CircularDependencyError or MissingDependencyError.
   */
  resolveDependencies<Plugin extends PluginMetadata>(plugins: readonly Plugin[]): readonly Plugin[] {
    return resolveDependencies(plugins, this.#context.store);
  }

  /**
   * Starts a plugin, its dependencies first; configures with `{}` what never was. Idempotent; concurrent
   * callers share one start; from failed, blocked or stopped it tries again.
   *
   * @throws PluginStartupError, PluginTimeoutError, PluginBlockedError, MissingDependencyError,
   *   CircularDependencyError, PluginConfigurationError; and what `get` throws.
   */
  async activate(type: EntryPointGroup, name: string, options: ActivateOptions = {}): Promise<void> {
    await activateOne(requireRecord(this.#open, type, name, "start"), this.#context, options);
  }

  /** Starts the selected plugins, or all, each as soon as its own dependencies are up. Never rejects for a plugin. */
  async activateAll(options: ActivateAllOptions = {}): Promise<ActivationReport> {
    return activateMany(this.#open, options);
  }

  /** Stops a plugin, its dependents first. A hook that fails is in the report. @throws PluginNotFoundError */
  async shutdown(type: EntryPointGroup, name: string, options: ShutdownOptions = {}): Promise<ShutdownReport> {
    return shutdownRecords([requireRecord(this.#context, type, name, "stop")], this.#context, options);
  }

  /**
   * Stops everything, dependents first, in the reverse of the real order of starts. Gives up what is still
   * starting. Each hook is bounded, one failure stops nothing, and a second call finds nothing left to do.
   */
  async shutdownAll(options: ShutdownOptions = {}): Promise<ShutdownReport> {
    return shutdownEverything(this.#context, options);
  }

  /** How a plugin is. A hook that throws or overruns makes it unhealthy. @throws PluginNotFoundError */
  async healthCheck(type: EntryPointGroup, name: string, options: HealthOptions = {}): Promise<FullHealthStatus> {
    return checkHealth(requireRecord(this.#context, type, name, "check"), this.#context, options);
  }

  /** How everything is, in parallel, each check bounded, with the root cause of what ails. Never rejects. */
  async healthCheckAll(options: HealthOptions = {}): Promise<HealthReport> {
    return checkHealthOfAll(this.#context, options);
  }

  /** `shutdownAll`, for `await using`; the registry refuses further work afterwards. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#context.store.isDisposed = true;
    await this.shutdownAll();
  }

  #load(type: string, name: string): Promise<PluginMetadata> {
    const record = this.#context.store.find(type, name);
    if (this.#context.store.isDisposed) return Promise.reject(disposed());
    if (record === undefined || record.isLeaving) return Promise.reject(notFound(this.#context, type, name, "get"));
    return loadPlugin(record, this.#context);
  }

  /** The context, for what changes the registry. @throws RegistryConflictError once it is disposed. */
  get #open(): RegistryContext {
    if (this.#context.store.isDisposed) throw disposed();
    return this.#context;
  }
}

function disposed(): RegistryConflictError {
  return new RegistryConflictError({ reason: "it was disposed", hint: "Make a new PluginRegistry." });
}
