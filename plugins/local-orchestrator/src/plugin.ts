import { randomUUID } from "node:crypto";
import {
  ActiveRuns,
  OrchestratorPlugin,
  PluginType,
  resourcePreset,
  secretMask,
  silentLogger,
  systemClock,
  type AssetDefinition,
  type CallOptions,
  type CompiledArtifacts,
  type ConfigSchema,
  type ConnectionResult,
  type HealthStatus,
  type HelmValues,
  type JobSchedule,
  type LineageEvent,
  type Logger,
  type OrchestratorDefinitions,
  type ResourceSpec,
  type RunOptions,
  type RunResult,
  type StartupContext,
  type TransformConfig,
  type WorkloadSize,
} from "floe-core";
import { LineageOutlets } from "floe-lineage";
import { configSchema, type LocalOrchestratorConfig } from "./config-schema.ts";
import { createAssets } from "./definitions/create-assets.ts";
import { createDefinitions } from "./definitions/create-definitions.ts";
import { writeEntryPoint } from "./definitions/write-entry-point.ts";
import { runProduct } from "./run/run-product.ts";
import { checkSchedule } from "./schedule/check-schedule.ts";

/** Runs a product in this process, through sessions of the selected computes: the embedded default. */
export class LocalOrchestratorPlugin extends OrchestratorPlugin<LocalOrchestratorConfig> {
  readonly #runs = new ActiveRuns();
  readonly #schedules = new Map<string, JobSchedule>();
  #logger: Logger = silentLogger;
  #lineage = new LineageOutlets({ baseDir: this.baseDir, logger: silentLogger });

  override getConfigSchema(): ConfigSchema<LocalOrchestratorConfig> {
    return configSchema;
  }

  override startup({ logger }: StartupContext): void {
    this.#logger = logger;
    this.#lineage = new LineageOutlets({ sink: this.config.lineage, baseDir: this.baseDir, logger });
  }

  /**
   * Cancels the runs that are still going, waits for their end and, for 1 s at the most, for their lineage; for other
   * events on their way it waits 5 s at the most.
   */
  override async shutdown(): Promise<void> {
    await this.#runs.cancelAll();
    await this.#lineage.close();
  }

  /** Healthy, as far as it can tell: all it needs is this process. The computes answer for themselves. */
  override healthCheck(): HealthStatus {
    const runs = this.#runs.count;
    const { concurrency } = this.config;
    return { state: "healthy", message: `runs in this process, ${runs} now`, details: { runs, concurrency } };
  }

  override async createDefinitions(artifacts: CompiledArtifacts): Promise<OrchestratorDefinitions> {
    return createDefinitions(artifacts, this.#schedules.values());
  }

  override createAssetsFromTransforms(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
    return createAssets(transforms);
  }

  override async run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
    const { concurrency } = this.config;
    const [logger, lineage] = [this.#logger, this.#lineage];
    const environment = { runId: randomUUID(), concurrency, logger, clock: systemClock, lineage };
    return this.#runs.track((signal) => runProduct(artifacts, options, { ...environment, signal }), options.signal);
  }

  /** Writes the compiled artifacts themselves, as `<product>.artifacts.json`: this engine needs no code. */
  override async generateEntryPointCode(
    request: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions,
  ): Promise<string> {
    return writeEntryPoint(request);
  }

  override async validateConnection(options: CallOptions = {}): Promise<ConnectionResult> {
    options.signal?.throwIfAborted();
    const message = "Runs in this process: there is nothing to connect to.";
    return { status: "healthy", latencyMs: 0, message, warnings: [], errors: [] };
  }

  /** Keeps the schedule in memory, where `createDefinitions` shows it. The plugin itself starts no run: a host does. */
  override async scheduleJob({ job, cron, timezone, signal }: JobSchedule & CallOptions): Promise<void> {
    signal?.throwIfAborted();
    this.#schedules.set(job, checkSchedule({ job, cron, timezone }));
  }

  /** Sends the event to the configured sink and to the lineage backends of the runs so far. Takes 5 s at the most. */
  override async emitLineageEvent(event: LineageEvent): Promise<string> {
    await this.#lineage.emit(event, secretMask({ plugins: { [PluginType.ORCHESTRATOR]: [this] } }));
    return event.run.runId;
  }

  override getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }

  /** No chart: there is nothing to deploy besides the process itself. */
  override getHelmValues(): HelmValues {
    return {};
  }
}
