import { PluginType } from "../plugin-type.ts";
import type { CallOptions, HelmValues } from "./call-options.ts";
import type { CompiledArtifacts, TransformConfig } from "./compiled-artifacts.ts";
import type { ConnectionResult } from "./connection-result.ts";
import type { LineageEvent } from "./lineage-event.ts";
import { brandPluginClass } from "./plugin-brand.ts";
import { PluginMetadata } from "./plugin-metadata.ts";
import type { ResourceSpec, WorkloadSize } from "./resource-spec.ts";
import type { RunOptions, RunResult } from "./run-result.ts";

/** One transform as an orchestrator's asset. */
export interface AssetDefinition {
  readonly name: string;
  /** Names of the transforms it depends on, sorted. */
  readonly dependsOn: readonly string[];
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** An engine's definitions: data, and files to write beside it. */
export interface OrchestratorDefinitions {
  readonly assets: readonly AssetDefinition[];
  readonly jobs: readonly { readonly name: string; readonly assets: readonly string[] }[];
  readonly schedules: readonly JobSchedule[];
  /** Relative path to text. */
  readonly files: Readonly<Record<string, string>>;
}

/** When a job runs. */
export interface JobSchedule {
  readonly job: string;
  /** Five fields, or an alias such as `@daily`. */
  readonly cron: string;
  /** An IANA time zone. */
  readonly timezone: string;
}

/** Schedules and runs a compiled product. */
export abstract class OrchestratorPlugin<Config = unknown> extends PluginMetadata<Config> {
  static {
    brandPluginClass(this.prototype, PluginType.ORCHESTRATOR);
  }

  /** The engine's definitions of a product: data, and files to write. Writes nothing itself. */
  abstract createDefinitions(artifacts: CompiledArtifacts, options?: CallOptions): Promise<OrchestratorDefinitions>;

  /** One asset per transform, in dependency order. Pure. Duplicate names, cycles and unknown dependencies throw. */
  abstract createAssetsFromTransforms(transforms: readonly TransformConfig[]): readonly AssetDefinition[];

  /**
   * Executes the product and reports each step. Resolves with the result of a failed or cancelled run too:
   * a failed transform skips only what needs it. Called only while active.
   */
  abstract run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult>;

  /** Writes the engine's entry file atomically below `outputDir` and resolves with its absolute path. */
  abstract generateEntryPointCode(
    request: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions,
  ): Promise<string>;

  /** Probes the engine; reads the body of its reply, not only the status. A bad connection is a result, not a throw. */
  abstract validateConnection(options?: CallOptions): Promise<ConnectionResult>;

  /** Creates or replaces the schedule of a job. */
  abstract scheduleJob(request: JobSchedule & CallOptions): Promise<void>;

  /** Sends a lineage event and resolves with its run id. Never fails the job: what goes wrong is logged. */
  abstract emitLineageEvent(event: LineageEvent, options?: CallOptions): Promise<string>;

  /** What one workload of `size` needs. Pure. Throws a RangeError naming the valid sizes for any other. */
  abstract getResourceRequirements(size: WorkloadSize): ResourceSpec;

  /** Values that the engine's published chart accepts; empty where there is no chart. Pure. */
  abstract getHelmValues(options?: { readonly size?: WorkloadSize }): HelmValues;

  /** The engine's sensor, or null (the default). Pure. */
  sensorDefinition(): unknown {
    return null;
  }
}
