import { collectSecrets, type HealthStatus, type PluginMetadata, type StartupContext } from "floe-core";
import { ResourceTracker, type LeftResource } from "../../registry/resource-tracker.ts";
import { running, type Ending } from "./ending.ts";
import type { Hook } from "./hook.ts";
import { OutputWatch } from "./output-watch.ts";
import { isSameConfig } from "./same-config.ts";
import { startedDependencies } from "./started-dependencies.ts";
import type { Shown } from "./shown.ts";
import type { Trial } from "./trial.ts";
import { rememberWorld, type WorldChanges } from "./world.ts";
import { copied } from "../realm/copied.ts";

/** A hook's call, and how many milliseconds it took to end. */
export type HookEnding = Ending & { readonly hook: Hook; readonly afterMs: number };

/** One call of a play; `aborted` gives the call up as soon as it is made, and waits twice as long for its end. */
export type Step = Hook | { readonly hook: Hook; readonly aborted: true };

/** What was seen of a plugin whose hooks were called directly, without a registry that keeps them in check. */
export interface Played {
  /** By the play's steps; shorter if one did not end, after which nothing more can be tried. */
  readonly endings: readonly HookEnding[];
  /** How `configure` ended; undefined for a plugin without a schema. */
  readonly configured: Ending | undefined;
  /** The first of `configure` and the hooks after which the configuration was no longer what it had been. */
  readonly configChangedBy: string | undefined;
  readonly printed: readonly string[];
  /** What was left behind once all was over. */
  readonly left: readonly LeftResource[];
  readonly world: WorldChanges;
  readonly shown: readonly Shown[];
  /** The texts that the schema made secrets of. */
  readonly secrets: readonly string[];
}

/**
 * Configures a new plugin with the first valid configuration and calls its hooks, one after another. The
 * configuration is not frozen, as a host's would be: so a change to it is seen for what it is.
 */
export async function play(trial: Trial, steps: readonly Step[]): Promise<Played> {
  const plugin = await trial.load();
  const dependencies = await startedDependencies(trial);
  const [tracker, output, changes] = [new ResourceTracker(), new OutputWatch(), rememberWorld()];
  const watched = <Result>(call: () => Result): Result => tracker.run(() => output.run(call));
  const player = new Player(trial, plugin, dependencies, watched);
  let left: readonly LeftResource[];
  try {
    player.configure();
    for (const step of steps) {
      if (!(await player.take(step))) break;
    }
    player.giveUp();
    await player.stop();
  } finally {
    output.end();
    left = await tracker.end();
  }
  const shown = [...player.shown, ...output.printed.map((value) => ({ where: "what it prints", value })), ...logged(trial)];
  return { ...player.seen(), printed: output.printed, left, world: changes(), shown };
}

class Player {
  readonly shown: Shown[] = [];
  readonly #endings: HookEnding[] = [];
  readonly #controllers: AbortController[] = [];
  readonly #trial: Trial;
  readonly #plugin: PluginMetadata;
  readonly #dependencies: StartupContext["dependencies"];
  readonly #watched: <Result>(call: () => Result) => Result;
  #config: { readonly given: unknown; readonly pristine: unknown } | undefined;
  #configured: Ending | undefined;
  #changedBy: string | undefined;

  constructor(
    trial: Trial,
    plugin: PluginMetadata,
    dependencies: StartupContext["dependencies"],
    watched: <Result>(call: () => Result) => Result,
  ) {
    this.#trial = trial;
    this.#plugin = plugin;
    this.#dependencies = dependencies;
    this.#watched = watched;
  }

  configure(): void {
    const raw = this.#trial.declaration.valid[0];
    const schema = this.#plugin.getConfigSchema();
    if (schema === null) return;
    const [given, pristine] = [schema.safeParse(copied(raw)), schema.safeParse(copied(raw))];
    if (!given.success || !pristine.success) return;
    this.#config = { given: given.data, pristine: pristine.data };
    this.shown.push({ where: "the configuration itself", value: given.data });
    try {
      const configure: (config: unknown) => unknown = (config) => this.#plugin.configure(config);
      this.#configured = { kind: "returned", value: this.#watched(() => configure(given.data)) };
    } catch (error) {
      this.#configured = { kind: "threw", error };
      this.shown.push({ where: "the error of configure", value: error });
    }
    this.#look("configure");
  }

  /** Whether the step ended. */
  async take(step: Step): Promise<boolean> {
    const { hook, aborted } = typeof step === "string" ? { hook: step, aborted: false } : step;
    const { callMs } = this.#trial.declaration.limits;
    const began = performance.now();
    const controller = new AbortController();
    this.#controllers.push(controller);
    this.#trial.subject.onCall?.(hook);
    const current = this.#watched(() => running(() => this.#call(hook, controller.signal)));
    if (aborted) controller.abort(new DOMException("The host gave the call up", "AbortError"));
    const ending = await current.within(aborted ? 2 * callMs : callMs);
    this.#trial.subject.onCall?.(undefined);
    this.#endings.push({ ...ending, hook, afterMs: performance.now() - began });
    if (ending.kind === "threw") this.shown.push({ where: `the error of ${hook}`, value: ending.error });
    if (ending.kind === "returned" && hook === "healthCheck") this.shown.push({ where: "its health", value: ending.value });
    this.#look(hook);
    return ending.kind !== "pending";
  }

  /**
   * Shuts down what the play did not: what it opened must not be in the way of the next one. How this ends is for the
   * plays that are about it.
   */
  async stop(): Promise<void> {
    if (this.#endings.at(-1)?.hook === "shutdown") return;
    const { signal } = new AbortController();
    await this.#watched(() => running(() => this.#call("shutdown", signal))).within(this.#trial.declaration.limits.callMs);
  }

  giveUp(): void {
    for (const controller of this.#controllers) controller.abort(new DOMException("The play is over", "AbortError"));
  }

  seen(): Pick<Played, "endings" | "configured" | "configChangedBy" | "secrets"> {
    const secrets = collectSecrets(this.#config?.pristine);
    return { endings: this.#endings, configured: this.#configured, configChangedBy: this.#changedBy, secrets };
  }

  #call(hook: Hook, signal: AbortSignal): void | HealthStatus | Promise<void | HealthStatus> {
    const context = { signal, logger: this.#trial.logger };
    return hook === "startup"
      ? this.#plugin.startup({ ...context, dependencies: this.#dependencies })
      : this.#plugin[hook](context);
  }

  #look(hook: string): void {
    if (this.#config === undefined || this.#changedBy !== undefined) return;
    if (!isSameConfig(this.#config.given, this.#config.pristine)) this.#changedBy = hook;
  }
}

function logged(trial: Trial): readonly Shown[] {
  return trial.logs.map(({ message, fields }) => ({ where: "the host's log", value: [message, fields] }));
}
