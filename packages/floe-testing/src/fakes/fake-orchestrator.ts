import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  findCronProblem,
  findTimeZone,
  OrchestratorPlugin,
  resourcePreset,
  type AssetDefinition,
  type CallOptions,
  type CompiledArtifacts,
  type ConnectionResult,
  type HelmValues,
  type JobSchedule,
  type LineageEvent,
  type OrchestratorDefinitions,
  type ResourceSpec,
  type RunOptions,
  type RunResult,
  type TransformConfig,
  type WorkloadSize,
} from "floe-core";
import { connected } from "./connected.ts";
import { installFake, type Fake, type FakeCall, type FakeOptions } from "./install-fake.ts";
import { orderTransforms } from "./order-transforms.ts";
import { readCron } from "./read-cron.ts";
import { runTransforms } from "./run-transforms.ts";

/** An orchestrator that runs one transform after another, through the compute plugin's session if it has one. */
export class FakeOrchestrator extends OrchestratorPlugin implements Fake {
  readonly calls: readonly FakeCall[];
  /** Lineage events that were sent, oldest first. */
  readonly lineage: LineageEvent[] = [];
  /** Schedules by job. */
  readonly schedules: Map<string, JobSchedule> = new Map<string, JobSchedule>();

  constructor(options: FakeOptions<OrchestratorPlugin> = {}) {
    super();
    this.calls = installFake(this, options);
  }

  async createDefinitions(artifacts: CompiledArtifacts): Promise<OrchestratorDefinitions> {
    const assets = this.createAssetsFromTransforms(artifacts.transforms);
    const job = { name: artifacts.product.name, assets: assets.map(({ name }) => name) };
    const stated = artifacts.schedule === undefined ? [] : [{ job: job.name, ...artifacts.schedule }];
    const schedules = new Map([...stated.map((schedule) => [schedule.job, schedule] as const), ...this.schedules]);
    return { assets, jobs: [job], schedules: [...schedules.values()], files: {} };
  }

  createAssetsFromTransforms(transforms: readonly TransformConfig[]): readonly AssetDefinition[] {
    return orderTransforms(transforms).map(({ name, dependsOn, tags, meta }) => ({
      name,
      dependsOn: [...dependsOn].sort(),
      tags,
      metadata: meta,
    }));
  }

  async run(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
    return runTransforms(artifacts, options);
  }

  async generateEntryPointCode(
    request: { readonly artifacts: CompiledArtifacts; readonly outputDir: string } & CallOptions,
  ): Promise<string> {
    const { artifacts, outputDir, signal } = request;
    const file = resolve(outputDir, "definitions.json");
    const draft = `${file}.${randomUUID()}`;
    const text = `${JSON.stringify(await this.createDefinitions(artifacts))}\n`;
    signal?.throwIfAborted();
    await mkdir(outputDir, { recursive: true });
    try {
      await writeFile(draft, text, { signal });
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
    return file;
  }

  async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return connected(options?.signal);
  }

  async scheduleJob({ job, cron, timezone }: JobSchedule & CallOptions): Promise<void> {
    const problem = findCronProblem(cron.trim(), readCron) ?? (findTimeZone(timezone).isValid ? undefined : "there is no such time zone");
    if (problem !== undefined) throw new RangeError(`Cannot schedule ${job}: ${problem}`);
    this.schedules.set(job, { job, cron, timezone });
  }

  async emitLineageEvent(event: LineageEvent): Promise<string> {
    this.lineage.push(event);
    return event.run.runId;
  }

  getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }

  getHelmValues(): HelmValues {
    return {};
  }
}
