import type {
  ActivationReport,
  CallOptions,
  CompiledArtifacts,
  HealthOptions,
  HealthReport,
  PluginGraph,
  PluginInfo,
  RunResult,
  ShutdownOptions,
  ShutdownReport,
} from "floe-core";
import type { StepOutcome } from "../run/run-step.ts";
import type { ServeOptions } from "../serve/serve-options.ts";
import type { PendingStart } from "./pending-start.ts";
import type { PlatformRunOptions, StartOptions } from "./platform-options.ts";

/** A product with its plugins, ready to start. Made by `loadPlatform` and `loadArtifacts`. */
export interface Platform extends AsyncDisposable {
  /** The platform file, absolute; undefined for a product given as an object. */
  readonly file: string | undefined;

  /** The product's name. */
  readonly name: string;

  /** What is known of the product's plugins, each after everything it needs. */
  readonly plugins: readonly PluginInfo[];

  /** What a start that is under way still waits for, in start order; empty if there is none. */
  readonly pendingStarts: readonly PendingStart[];

  /** `text` without any secret that was read so far: for a host that writes what did not come through the platform. */
  redact(text: string): string;

  /** The product as plain, frozen JSON, with references in configurations unresolved. */
  compile(): CompiledArtifacts;

  /** In which order the product's plugins start, and who needs whom. */
  graph(): PluginGraph;

  /**
   * The names of the transforms that a selection means, in dependency order; undefined means all. A selection
   * takes names, `+name` (with all that it needs), `name+` (with all that needs it) and `tag:daily`, which may
   * have the same signs.
   *
   * @throws TransformNotFoundError naming every one that is not there; TransformSelectionError for what is none.
   */
  select(select?: readonly string[]): readonly string[];

  /**
   * Reads the secrets that configurations ask for, and starts the plugins, each as soon as those it needs are
   * up. Idempotent. If a plugin whose policy is `required` (the default) fails, those started here are stopped
   * again; an `optional` one that fails is in the report, and the rest stays up.
   *
   * @throws PlatformStartError if a required plugin could not be started; SecretUnavailableError; PlatformFileError
   *   for a configuration that is refused with its secrets in it; the signal's reason once it is aborted.
   */
  start(options?: StartOptions): Promise<ActivationReport>;

  /**
   * Writes what the orchestrator's engine needs to run the product by itself: its entry file, and what belongs to it.
   * Starts only the orchestrator, which may have secrets in its configuration. Resolves with the entry file's absolute
   * path.
   *
   * @param outputDir Absolute; made if need be.
   * @throws what the orchestrator cannot write; what `start` throws.
   */
  writeEntryPoint(outputDir: string, options?: CallOptions): Promise<string>;

  /**
   * Runs the product through its orchestrator, starting the plugins if they are not. Resolves with the
   * result of a failed or cancelled run, too. Leaves a record in `.floe/runs` beside the platform file.
   *
   * @throws NothingToRunError for a product without transforms; what `select` and `start` throw.
   */
  run(options?: PlatformRunOptions): Promise<RunResult>;

  /**
   * Makes one transform in this process, without the orchestrator: for engines that run every step in a process
   * of its own. Starts only the transform's compute plugin and what that needs. A failure is an outcome.
   *
   * @param name Of the transform.
   * @throws TransformNotFoundError; what `start` throws.
   */
  step(name: string, options?: CallOptions): Promise<StepOutcome>;

  /**
   * Starts the plugins and runs the product whenever its schedule says so, until the signal is aborted or `stop`
   * is called; resolves once the run that was going on has ended. The plugins stay up between runs and
   * afterwards. A run that fails is an event. A run never begins beside another, or more than 30 seconds late: it
   * is missed, which is an event too, and nothing is made up for. Missed since the last run on record, at the
   * start: the same.
   *
   * @throws PlatformFileError for a product without a schedule; what `start` throws, the signal's reason included.
   */
  serve(options?: ServeOptions): Promise<void>;

  /** How the product's plugins are: all checks in parallel, each bounded. Never rejects. */
  health(options?: HealthOptions): Promise<HealthReport>;

  /**
   * Aborts what runs, then stops the plugins in the reverse order of their starts, each within its limit.
   * Safe at any time, and twice; never rejects for a plugin. `start` may follow, and reads secrets anew.
   */
  stop(options?: ShutdownOptions): Promise<ShutdownReport>;

  /** `stop`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
}
