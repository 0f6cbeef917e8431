import type {
  ActivationReport,
  CallOptions,
  CompiledArtifacts,
  HealthOptions,
  HealthReport,
  Logger,
  PluginGraph,
  PluginInfo,
  PluginKey,
  PluginRegistry,
  RunResult,
  ShutdownOptions,
  ShutdownReport,
} from "floe-core";
import type { PluginSelection } from "../product/read-plugins.ts";
import { openRunRecord } from "../run/run-record.ts";
import { runStep, type StepOutcome } from "../run/run-step.ts";
import { selectTransforms } from "../run/select-transforms.ts";
import { TransformNotFoundError } from "../run/transform-not-found-error.ts";
import type { SecretConfigs } from "../secrets/secret-configs.ts";
import { findLastRun } from "../serve/find-last-run.ts";
import type { RunProduct } from "../serve/follow-run.ts";
import { missingSchedule } from "../serve/missing-schedule.ts";
import type { ServeOptions } from "../serve/serve-options.ts";
import { serveSchedule } from "../serve/serve-schedule.ts";
import { untilAborted } from "../timing/until-aborted.ts";
import { ChosenPlugins } from "./chosen-plugins.ts";
import { NothingToRunError } from "./nothing-to-run-error.ts";
import { OpenWork } from "./open-work.ts";
import type { PendingStart } from "./pending-start.ts";
import type { Platform } from "./platform.ts";
import type { PlatformRunOptions, StartOptions } from "./platform-options.ts";
import { PluginStarter } from "./plugin-starter.ts";
import { redactJson } from "./redact-json.ts";

/** What a loaded platform is made from. */
export interface PlatformParts {
  readonly file: string | undefined;
  readonly artifacts: CompiledArtifacts;
  readonly selections: readonly PluginSelection[];
  readonly registry: PluginRegistry;
  readonly secrets: SecretConfigs;
  readonly logger: Logger;
}

/** How long `stop` waits for starts and runs to give up before it stops the plugins under them, in milliseconds. */
const GRACE_MS = 30_000;

/** A product whose platform file holds no mistakes, and its plugins. */
export class LoadedPlatform implements Platform {
  readonly file: string | undefined;
  readonly #parts: PlatformParts;
  readonly #chosen: ChosenPlugins;
  readonly #starter: PluginStarter;
  readonly #open = new OpenWork();
  #stopping: Promise<ShutdownReport> | undefined;

  constructor(parts: PlatformParts) {
    this.file = parts.file;
    this.#parts = parts;
    this.#chosen = new ChosenPlugins(parts.registry, parts.selections);
    this.#starter = new PluginStarter(parts);
  }

  get name(): string {
    return this.#parts.artifacts.product.name;
  }

  get plugins(): readonly PluginInfo[] {
    const infos = new Map(this.#parts.registry.list().map((info) => [info.key, info]));
    return this.#keys.flatMap((key) => infos.get(key) ?? []);
  }

  get pendingStarts(): readonly PendingStart[] {
    return this.#starter.pending;
  }

  redact(text: string): string {
    return this.#parts.secrets.redact(text);
  }

  compile(): CompiledArtifacts {
    return this.#parts.artifacts;
  }

  graph(): PluginGraph {
    return this.#parts.registry.graph(this.#keys);
  }

  select(select?: readonly string[]): readonly string[] {
    return selectTransforms(this.#parts.artifacts.transforms, select);
  }

  async start(options: StartOptions = {}): Promise<ActivationReport> {
    return this.#start(this.#keys, options);
  }

  async writeEntryPoint(outputDir: string, { signal }: CallOptions = {}): Promise<string> {
    const { artifacts, secrets } = this.#parts;
    const key = this.#chosen.orchestratorKey();
    return this.#open.track(signal, async (writeSignal) => {
      await this.#start([key], { signal: writeSignal, policy: "required" });
      try {
        return await this.#chosen.orchestrator().generateEntryPointCode({ artifacts, outputDir, signal: writeSignal });
      } catch (error) {
        throw secrets.redactValue(error);
      }
    });
  }

  async run({ select, signal, onEvent }: PlatformRunOptions = {}): Promise<RunResult> {
    const names = select === undefined ? undefined : this.select(select);
    const { transforms } = this.#parts.artifacts;
    if (transforms.length === 0 && !this.#chosen.hasOrchestrator) throw new NothingToRunError(this.name);
    return this.#open.track(signal, async (runSignal) => {
      await this.start({ signal: runSignal });
      const { artifacts, logger, secrets } = this.#parts;
      const record = openRunRecord(artifacts, names, logger);
      try {
        const answer = await this.#chosen.orchestrator().run(artifacts, {
          plugins: this.#chosen.active(),
          select: names,
          signal: runSignal,
          redact: secrets.redact,
          onEvent: (event) => {
            const clean = redactJson(event, secrets.redact);
            record.event(clean);
            onEvent?.(clean);
          },
        });
        const result = redactJson(answer, secrets.redact);
        record.result(result);
        return result;
      } catch (error) {
        throw secrets.redactValue(error);
      }
    });
  }

  async step(name: string, { signal }: CallOptions = {}): Promise<StepOutcome> {
    const { artifacts, secrets, logger } = this.#parts;
    const transform = artifacts.transforms.find((one) => one.name === name);
    if (transform === undefined) throw new TransformNotFoundError([name], this.select());
    const key = this.#chosen.computeKey(transform.compute);
    return this.#open.track(signal, async (stepSignal) => {
      await this.#start([key], { signal: stepSignal, policy: "required" });
      const compute = this.#chosen.compute(transform.compute);
      const { redact } = secrets;
      const outcome = await runStep({ transform, sources: artifacts.sources, compute, signal: stepSignal, logger, redact });
      return redactJson(outcome, secrets.redact);
    });
  }

  async serve({ signal, onEvent = () => {} }: ServeOptions = {}): Promise<void> {
    const { artifacts, logger } = this.#parts;
    const { schedule, product } = artifacts;
    if (schedule === undefined) throw missingSchedule(this.file);
    await this.#open.track(signal, async (serveSignal) => {
      const startup = await this.start({ signal: serveSignal });
      const lastRunAt = await findLastRun(product.root, product.name);
      const run: RunProduct = (options) => this.run(options);
      await serveSchedule({ schedule, startup, lastRunAt, run, signal: serveSignal, onEvent, logger });
    });
  }

  async health(options: HealthOptions = {}): Promise<HealthReport> {
    const report = await this.#parts.registry.healthCheckAll(options);
    // Plugins that are installed and not selected are no part of this product.
    const plugins = report.plugins.filter(({ key }) => this.#keys.includes(key));
    return redactJson({ ...report, plugins }, this.#parts.secrets.redact);
  }

  async stop(options: ShutdownOptions = {}): Promise<ShutdownReport> {
    // What began after the stop that is going on has to be stopped, too.
    if (this.#stopping !== undefined && !this.#open.isGoingOn) return this.#stopping;
    const stopping = this.#stop(options, this.#stopping).finally(() => {
      if (this.#stopping === stopping) this.#stopping = undefined;
    });
    this.#stopping = stopping;
    return stopping;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #start(keys: readonly PluginKey[], options: StartOptions): Promise<ActivationReport> {
    const stopping = this.#stopping;
    return this.#open.track(options.signal, async (signal) => {
      if (stopping !== undefined) await untilAborted(stopping, signal);
      return this.#starter.start(keys, { ...options, signal });
    });
  }

  async #stop(options: ShutdownOptions, before: Promise<unknown> | undefined): Promise<ShutdownReport> {
    const left = await this.#open.abortAll(options.timeoutMs ?? GRACE_MS);
    if (left > 0) this.#parts.logger.warn("Stopping the plugins although something has not given up", { left });
    await before;
    return redactJson(await this.#parts.registry.shutdownAll(options), this.#parts.secrets.redact);
  }

  get #keys(): readonly PluginKey[] {
    return this.#parts.artifacts.plugins.map(({ key }) => key);
  }
}
