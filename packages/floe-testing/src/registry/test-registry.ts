import { PluginRegistry, type PluginRegistryOptions, type StaticPluginTable } from "floe-core";
import { throughFakeTime } from "../clock/through-fake-time.ts";
import { mockDiscovery, type MockDiscoveryOptions } from "../discovery/mock-discovery.ts";
import { collectingLogger, type CollectingLogger, type LogLine } from "./collecting-logger.ts";
import { LeakError } from "./leak-error.ts";
import { ResourceTracker } from "./resource-tracker.ts";

/** What a test registry is made from: any option of a registry but its logger, and plugins without files. */
export interface TestRegistryOptions
  extends Omit<PluginRegistryOptions, "logger">,
    Omit<MockDiscoveryOptions, "prefer"> {
  /** The plugins it discovers, as `mockDiscovery` takes them. Default: none. */
  readonly plugins?: StaticPluginTable;
  /** What happens when something is left at the end. Default: `fail`. */
  readonly leaks?: "fail" | "ignore";
}

/** Everything by which plugin code is run. */
const VERBS = [
  "register",
  "unregister",
  "get",
  "getAll",
  "configure",
  "activate",
  "activateAll",
  "shutdown",
  "shutdownAll",
  "healthCheck",
  "healthCheckAll",
] as const satisfies readonly (keyof PluginRegistry)[];

/** A registry of one test. Disposing of it stops everything and fails if something is left. */
export class TestRegistry extends PluginRegistry {
  readonly #collected: CollectingLogger;
  readonly #leaks: "fail" | "ignore";
  #tracker: ResourceTracker | undefined;

  constructor(options: TestRegistryOptions = {}) {
    const { plugins, skipped = [], conflicts = {}, leaks = "fail", sources = [], ...others } = options;
    const mock = mockDiscovery(plugins, { skipped, conflicts });
    const collected = collectingLogger();
    const limits = { startupTimeoutMs: 1000, shutdownTimeoutMs: 1000, healthTimeoutMs: 500 };
    super({ ...limits, ...others, sources: [mock, ...sources], logger: collected.logger });
    this.#collected = collected;
    this.#leaks = leaks;
    if (leaks === "fail") this.#tracker = this.#watch();
  }

  /** Every line that was logged so far, oldest first. */
  get logs(): readonly LogLine[] {
    return this.#collected.logs;
  }

  /**
   * Stops everything. A second call finds nothing left to do.
   *
   * @throws LeakError naming each plugin that could not be stopped now, and each timer or handle that keeps the
   *   event loop alive and was made by code that this registry ran. On a fake clock, what hangs gets the time until
   *   its limit.
   */
  override async [Symbol.asyncDispose](): Promise<void> {
    const report = await throughFakeTime(this.shutdownAll());
    await super[Symbol.asyncDispose]();
    const resources = (await this.#tracker?.end()) ?? [];
    this.#tracker = undefined;
    const plugins = report.plugins.flatMap(({ key, error }) => (error === undefined ? [] : [{ key, reason: error.message }]));
    if (this.#leaks === "fail" && plugins.length + resources.length > 0) throw new LeakError({ plugins, resources });
  }

  #watch(): ResourceTracker {
    const tracker = new ResourceTracker();
    for (const verb of VERBS) {
      const call = Reflect.get(PluginRegistry.prototype, verb) as (...args: readonly unknown[]) => unknown;
      const value = (...args: readonly unknown[]): unknown => tracker.run(() => Reflect.apply(call, this, args));
      Object.defineProperty(this, verb, { value, configurable: true });
    }
    return tracker;
  }
}

/**
 * A registry of one test's own: its plugins come from a table and not from the disk, they are discovered
 * already, limits are short (1 s to start and stop, 0.5 s for health), and what is logged is kept in `logs`.
 *
 * @throws RangeError or TypeError, as `PluginRegistry` does.
 * @example
 * ```ts
 * import { createTestRegistry, FakeCompute } from "floe-testing";
 *
 * await using registry = createTestRegistry({ plugins: { "floe.computes": { fake: FakeCompute } } });
 * await registry.activate("floe.computes", "fake");
 * console.log(registry.state("floe.computes", "fake")); // active
 * ```
 */
export function createTestRegistry(options: TestRegistryOptions = {}): TestRegistry {
  const registry = new TestRegistry(options);
  registry.discoverAll();
  return registry;
}
