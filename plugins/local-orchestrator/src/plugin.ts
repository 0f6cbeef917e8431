import { randomUUID } from "node:crypto";
import {
  OrchestratorPlugin,
  resourcePreset,
  silentLogger,
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
import { configSchema, type LocalOrchestratorConfig } from "./config-schema.ts";
import { createAssets } from "./definitions/create-assets.ts";
import { createDefinitions } from "./definitions/create-definitions.ts";
import { writeEntryPoint } from "./definitions/write-entry-point.ts";
import { ActiveRuns } from "./run/active-runs.ts";
import { systemClock } from "./run/clock.ts";
import { runProduct } from "./run/run-product.ts";
import { checkSchedule } from "./schedule/check-schedule.ts";

/** Runs a product in this process, through sessions of the selected computes: the embedded default. */
export class LocalOrchestratorPlugin extends OrchestratorPlugin<LocalOrchestratorConfig> {
  readonly #runs = new ActiveRuns();
  readonly #schedules = new Map<string, JobSchedule>();
  #logger: Logger = silentLogger;

  override getConfigSchema(): ConfigSchema<LocalOrchestratorConfig> {
    return configSchema;
  }

  override startup({ logger }: StartupContext): void {
    this.#logger = logger;
  }

  /** Cancels the runs that are still going and waits for their end. */
  override async shutdown(): Promise<void> {
    await this.#runs.cancelAll();
  }

  /** Healthy, as far as it can tell: all it needs is this process. The computes answer for themselves. */
  override healthCheck(): HealthStatus {
    const runs = this.#runs.count;
    return { state: "healthy", message: `runs in this process, ${runs} now`, details: { runs, ...this.config } };
  }

  override async createDefinitions(artifacts: CompiledArtifacts): Promise<OrchestratorDefinitions> {
    return createDefinitions(artifacts, this.#schedules.values());
  }

  override createAssetsFromTransforms(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
    return createAssets(transforms);
  }

  override async run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
    const { concurrency } = this.config;
    const environment = { runId: randomUUID(), concurrency, logger: this.#logger, clock: systemClock };
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

  /** Keeps the schedule in memory, where `createDefinitions` shows it; nothing starts a run by itself. */
  override async scheduleJob({ job, cron, timezone, signal }: JobSchedule & CallOptions): Promise<void> {
    signal?.throwIfAborted();
    this.#schedules.set(job, checkSchedule({ job, cron, timezone }));
  }

  /** Hands the event to the host's logger, the only place this engine has to send it to. */
  override async emitLineageEvent(event: LineageEvent): Promise<string> {
    this.#logger.debug("lineage event", { event });
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
