import type { PluginError } from "../errors/plugin-error.ts";
import { PluginStartupError } from "../errors/plugin-startup-error.ts";
import type { ActivationStep } from "./activation-plan.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import type { ActivateOptions } from "./registry-options.ts";
import { block, fail, startPlugin } from "./start-plugin.ts";

/**
 * Brings the steps of a plan up: each as soon as its own dependencies are, a failure blocking only what
 * needs it. Resolves when every step is done with, or as soon as the call is given up; never rejects.
 */
export async function runActivation(
  steps: readonly ActivationStep[],
  context: RegistryContext,
  options: ActivateOptions,
): Promise<void> {
  const { signal } = options;
  await new Promise<void>((resolve) => {
    const run = new ActivationRun(steps, context, options, resolve);
    const call = { abort: () => run.giveUp("the registry is shutting down") };
    const onAbort = (): void => run.giveUp("its caller gave up", signal?.reason);
    run.onEnd = () => {
      context.store.calls.delete(call);
      signal?.removeEventListener("abort", onAbort);
    };
    context.store.calls.add(call);
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
    else run.pump();
  });
}

class ActivationRun {
  onEnd: (() => void) | undefined;
  readonly #steps: readonly ActivationStep[];
  readonly #context: RegistryContext;
  readonly #timeoutMs: number | undefined;
  readonly #resolve: () => void;
  /** Steps that wait for nothing; taken from the front. A queue, not recursion: chains may be long. */
  readonly #ready: ActivationStep[];
  #next = 0;
  #open: number;
  #starting = 0;

  constructor(
    steps: readonly ActivationStep[],
    context: RegistryContext,
    { timeoutMs }: ActivateOptions,
    resolve: () => void,
  ) {
    this.#steps = steps;
    this.#context = context;
    this.#timeoutMs = timeoutMs;
    this.#resolve = resolve;
    this.#ready = steps.filter((step) => step.waitingFor === 0);
    this.#open = steps.length;
  }

  /** Launches whatever is ready, and ends the run when nothing is open any more. */
  pump(): void {
    for (let step = this.#ready[this.#next]; step !== undefined; step = this.#ready[this.#next]) {
      this.#next += 1;
      this.#launch(step);
    }
    if (this.#open > 0 && this.#starting === 0) this.#unlock();
    if (this.#open === 0) this.#end();
  }

  /** Gives up every step that is not done with, and every start that no one else wants; waits for the latter. */
  giveUp(why: string, cause?: unknown): void {
    // Given up before: what was aborted then is being waited for.
    if (this.#open === 0) return;
    const aborted: Promise<unknown>[] = [];
    for (const step of this.#steps) {
      if (step.isDone) continue;
      const { operation, record } = step;
      const error = new PluginStartupError({ plugin: record.key, reason: why, cause });
      this.#finish(step, record.isUp ? undefined : error);
      if (operation === undefined) continue;
      operation.interested -= 1;
      step.startedHere &&= operation.interested === 0;
      if (operation.interested > 0) continue;
      operation.abort(error);
      aborted.push(operation.done);
    }
    void Promise.all(aborted).then(() => this.#end());
  }

  #launch(step: ActivationStep): void {
    const { record } = step;
    if (record.isUp) return this.#finish(step, undefined);
    step.startedHere = record.start === undefined;
    if (step.startedHere) {
      if (step.problem !== undefined) return this.#finish(step, fail(record, step.problem));
      if (step.failedDependency !== undefined) return this.#finish(step, block(record, step.failedDependency));
    }
    this.#starting += 1;
    const began = performance.now();
    const limitMs = this.#context.limit("startup", record, this.#timeoutMs);
    const operation = startPlugin(record, step.requires, this.#context, limitMs);
    operation.interested += 1;
    step.operation = operation;
    void operation.done.then((error) => {
      this.#starting -= 1;
      if (step.isDone) return;
      step.durationMs = performance.now() - began;
      this.#finish(step, error);
      this.pump();
    });
  }

  #finish(step: ActivationStep, error: PluginError | undefined): void {
    step.isDone = true;
    step.error = error;
    this.#open -= 1;
    for (const dependent of step.dependents) {
      if (error !== undefined && requires(dependent, step.record)) dependent.failedDependency ??= step.record;
      dependent.waitingFor -= 1;
      if (dependent.waitingFor === 0) this.#ready.push(dependent);
    }
  }

  /** What is left when nothing can be launched waits for itself: members of a tangle of cycles. */
  #unlock(): void {
    for (const step of this.#steps) {
      const awaited = step.requires.find((one) => !one.optional)?.record;
      if (!step.isDone && awaited !== undefined) this.#finish(step, block(step.record, awaited));
    }
  }

  #end(): void {
    this.onEnd?.();
    this.onEnd = undefined;
    this.#resolve();
  }
}

function requires(step: ActivationStep, record: PluginRecord): boolean {
  return step.requires.some((one) => one.record === record && !one.optional);
}
