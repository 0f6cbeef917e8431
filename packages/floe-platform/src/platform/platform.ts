import {
  PluginNotFoundError,
  PluginType,
  type ActivateAllOptions,
  type ActivationReport,
  type CompiledArtifacts,
  type HealthOptions,
  type HealthReport,
  type Logger,
  type OrchestratorPlugin,
  type PluginInfo,
  type PluginKey,
  type PluginMetadata,
  type PluginRegistry,
  type RunOptions,
  type RunResult,
  type SelectedPlugins,
  type ShutdownOptions,
  type ShutdownReport,
} from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";
import { openRunRecord } from "../run/run-record.ts";
import { selectTransforms } from "../run/select-transforms.ts";
import { OpenRuns } from "../run/open-runs.ts";
import { PlatformStartError } from "./platform-start-error.ts";

/** Options of {@link Platform.start}. */
export type StartOptions = Pick<ActivateAllOptions, "policy" | "timeoutMs" | "signal">;

/** Options of {@link Platform.run}. `select` names transforms; undefined means all. */
export type PlatformRunOptions = Omit<RunOptions, "plugins">;

/** What a platform is made from. */
export interface PlatformParts {
  readonly file: string | undefined;
  readonly artifacts: CompiledArtifacts;
  readonly selections: readonly PluginSelection[];
  readonly registry: PluginRegistry;
  readonly logger: Logger;
}

/** How long `stop` waits for runs to give up before it stops the plugins under them, in milliseconds. */
const RUN_GRACE_MS = 30_000;

/** A product with its plugins, ready to start. Made by `loadPlatform`. */
export class Platform implements AsyncDisposable {
  /** The platform file, absolute; undefined for a product given as an object. */
  readonly file: string | undefined;
  readonly #parts: PlatformParts;
  readonly #runs = new OpenRuns();
  #stopping: Promise<ShutdownReport> | undefined;

  constructor(parts: PlatformParts) {
    this.file = parts.file;
    this.#parts = parts;
  }

  /** The product's name. */
  get name(): string {
    return this.#parts.artifacts.product.name;
  }

  /** What is known of the product's plugins, each after everything it needs. */
  get plugins(): readonly PluginInfo[] {
    const infos = new Map(this.#parts.registry.list().map((info) => [info.key, info]));
    return this.#keys.flatMap((key) => infos.get(key) ?? []);
  }

  /** The product as plain, frozen JSON, with `${env:}` unresolved. */
  compile(): CompiledArtifacts {
    return this.#parts.artifacts;
  }

  /**
   * The names of the transforms that a selection means, in dependency order; undefined means all.
   *
   * @throws TransformNotFoundError naming every one that is not there.
   */
  select(select?: readonly string[]): readonly string[] {
    return selectTransforms(this.#parts.artifacts.transforms, select);
  }

  /**
   * Starts the plugins, each as soon as those it needs are up. Idempotent. By default every plugin is
   * required: if one fails, those started here are stopped again. With `policy: "optional"` the rest stays
   * up and the report tells.
   *
   * @throws PlatformStartError if a required plugin could not be started; the signal's reason once it is aborted.
   */
  async start({ policy = "required", ...options }: StartOptions = {}): Promise<ActivationReport> {
    await this.#stopping;
    const report = await this.#parts.registry.activateAll({ select: this.#keys, policy, ...options });
    if (report.ok || policy === "optional") return report;
    options.signal?.throwIfAborted();
    throw new PlatformStartError(report);
  }

  /**
   * Runs the product through its orchestrator, starting the plugins if they are not. Resolves with the
   * result of a failed or cancelled run, too. Leaves a record in `.floe/runs` beside the platform file.
   *
   * @throws TransformNotFoundError for a selection that names unknown transforms; what `start` throws.
   */
  async run({ select, signal, onEvent }: PlatformRunOptions = {}): Promise<RunResult> {
    const names = select === undefined ? undefined : this.select(select);
    const orchestrator = this.#orchestrator();
    return this.#runs.track(signal, async (runSignal) => {
      await this.start({ signal: runSignal });
      const { artifacts, logger } = this.#parts;
      const record = openRunRecord(artifacts, names, logger);
      const result = await orchestrator.run(artifacts, {
        plugins: this.#selectedPlugins(),
        select: names,
        signal: runSignal,
        onEvent: (event) => {
          record.event(event);
          onEvent?.(event);
        },
      });
      record.result(result);
      return result;
    });
  }

  /** How the product's plugins are: all checks in parallel, each bounded. Never rejects. */
  async health(options: HealthOptions = {}): Promise<HealthReport> {
    const report = await this.#parts.registry.healthCheckAll(options);
    // Plugins that are installed and not selected are no part of this product.
    return { ...report, plugins: report.plugins.filter(({ key }) => this.#keys.includes(key)) };
  }

  /**
   * Aborts what runs, then stops the plugins in the reverse order of their starts, each within its limit.
   * Safe at any time, and twice; never rejects for a plugin. `start` may follow.
   */
  async stop(options: ShutdownOptions = {}): Promise<ShutdownReport> {
    this.#stopping ??= this.#stop(options).finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** `stop`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #stop(options: ShutdownOptions): Promise<ShutdownReport> {
    const left = await this.#runs.abortAll(options.timeoutMs ?? RUN_GRACE_MS);
    if (left > 0) this.#parts.logger.warn("Stopping the plugins although a run has not given up", { runs: left });
    return this.#parts.registry.shutdownAll(options);
  }

  get #keys(): readonly PluginKey[] {
    return this.#parts.artifacts.plugins.map(({ key }) => key);
  }

  #orchestrator(): OrchestratorPlugin {
    const selection = this.#parts.selections.find(({ group }) => group === PluginType.ORCHESTRATOR);
    const plugin = selection && this.#parts.registry.find(PluginType.ORCHESTRATOR, selection.name);
    if (plugin !== undefined) return plugin;
    throw new PluginNotFoundError({
      verb: "run with",
      pluginType: PluginType.ORCHESTRATOR,
      pluginName: "(none selected)",
      available: [],
      hint: "Select an orchestrator under plugins in the platform file.",
    });
  }

  #selectedPlugins(): SelectedPlugins {
    const selected: Record<string, PluginMetadata[]> = {};
    for (const { group, name } of this.#parts.selections) {
      const plugin = this.#parts.registry.find(group, name);
      if (plugin !== undefined) (selected[group] ??= []).push(plugin);
    }
    return selected;
  }
}
