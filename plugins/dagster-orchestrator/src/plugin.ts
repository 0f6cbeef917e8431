import {
  ActiveRuns,
  OrchestratorPlugin,
  PluginType,
  resourcePreset,
  secretMask,
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
  type PluginContext,
  type ResourceSpec,
  type RunOptions,
  type RunResult,
  type StartupContext,
  type TransformConfig,
  type WorkloadSize,
} from "floe-core";
import { LineageOutlets } from "floe-lineage";
import { configSchema, type DagsterOrchestratorConfig } from "./config-schema.ts";
import { healthOf } from "./connection/health-of.ts";
import { createAssets } from "./definitions/create-assets.ts";
import { helmValues } from "./helm/helm-values.ts";
import { defineProduct } from "./product/define-product.ts";
import { probe } from "./product/probe.ts";
import { runProduct } from "./product/run-product.ts";
import { scheduleJob } from "./product/schedule-job.ts";
import { writeProduct } from "./product/write-product.ts";

/** Runs a product on Dagster: each transform in a process of its own, which tells Dagster through Pipes what it made. */
export class DagsterOrchestratorPlugin extends OrchestratorPlugin<DagsterOrchestratorConfig> {
  readonly #runs = new ActiveRuns();
  #logger: Logger = silentLogger;
  #outlets = new LineageOutlets({ baseDir: this.baseDir, logger: silentLogger });

  override getConfigSchema(): ConfigSchema<DagsterOrchestratorConfig> {
    return configSchema;
  }

  /** Connects to nothing: Dagster is looked for when it is needed. */
  override startup({ logger }: StartupContext): void {
    this.#logger = logger;
    this.#outlets = new LineageOutlets({ sink: this.config.lineage, baseDir: this.baseDir, logger });
  }

  /** Cancels the runs that are still followed, waits for their end and, for 5 s at the most, for lineage on its way. */
  override async shutdown(): Promise<void> {
    await this.#runs.cancelAll();
    await this.#outlets.close();
  }

  override async healthCheck({ signal }: PluginContext): Promise<HealthStatus> {
    return healthOf(await probe(this, { signal }));
  }

  override async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return probe(this, options);
  }

  override createAssetsFromTransforms(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
    return createAssets(transforms);
  }

  override async createDefinitions(artifacts: CompiledArtifacts, options?: CallOptions): Promise<OrchestratorDefinitions> {
    return defineProduct(artifacts, this, options);
  }

  /** Writes the whole code location, and resolves with the path of its `definitions.py`. */
  override async generateEntryPointCode(
    request: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions,
  ): Promise<string> {
    return writeProduct(request, this.config);
  }

  override async run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
    const { config, baseDir } = this;
    const environment = { config, baseDir, logger: this.#logger, outlets: this.#outlets };
    return this.#runs.track((signal) => runProduct(artifacts, { ...options, signal }, environment), options.signal);
  }

  override async scheduleJob(request: JobSchedule & CallOptions): Promise<void> {
    const { config, baseDir } = this;
    await scheduleJob(request, { config, baseDir, logger: this.#logger });
  }

  /** Sends the event to the configured sink and to the lineage backends of the runs so far. Takes 5 s at the most. */
  override async emitLineageEvent(event: LineageEvent): Promise<string> {
    await this.#outlets.emit(event, secretMask({ plugins: { [PluginType.ORCHESTRATOR]: [this] } }));
    return event.run.runId;
  }

  override getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }

  /** Values for Dagster's own chart, `dagster`. */
  override getHelmValues({ size }: { readonly size?: WorkloadSize } = {}): HelmValues {
    return helmValues({ helm: this.config.helm, size, location: this.config.location });
  }
}
