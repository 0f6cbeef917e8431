import type { PluginError } from "../errors/plugin-error.ts";
import { PluginStartupError } from "../errors/plugin-startup-error.ts";
import type { ActivationPlan, ActivationStep } from "./activation-plan.ts";
import type { PluginRecord } from "./plugin-record.ts";
import type { RegistryContext } from "./registry-context.ts";
import type { ActivateOptions } from "./registry-options.ts";
import { StartOperation } from "./start-operation.ts";
import { block, fail, startPlugin } from "./start-plugin.ts";

/**
 * Brings the steps of a plan up: each as soon as its own dependencies are, a failure blocking only what
 * needs it. Resolves when every step is done with, or as soon as the call is given up; never rejects.
 */
export async function runActivation(
  plan: ActivationPlan,
  context: RegistryContext,
  options: ActivateOptions,
): Promise<void> {
  const { signal } = options;
  await new Promise<void>((resolve) => {
    const run = new ActivationRun(plan, context, options, resolve);
    const call = { abort: () => run.giveUp("the registry is shutting down") };
    const onAbort = (): void => run.giveUp("its caller gave up", signal?.reason);
    run.onEnd = () => {
      context.store.calls.delete(call);
      signal?.removeEventListener("abort", onAbort);
    };
    context.store.calls.add(call);
    signal?.addEventListener("abort", onAbort, { once: true });
    // With nothing to start there is nothing to give up either, and the run is at its end.
    if (signal?.aborted === true && plan.steps.length > 0) onAbort();
    else run.begin();
  });
}

class ActivationRun {
  onEnd: (() => void) | undefined;
  readonly #plan: ActivationPlan;
  readonly #context: RegistryContext;
  readonly #timeoutMs: number | undefined;
  readonly #resolve: () => void;
  /** Steps that wait for nothing; taken from the front. A queue, not recursion: chains may be long. */
  readonly #ready: ActivationStep[];
  #next = 0;
  #open: number;
  #starting = 0;
  /** When it was last looked at: the end of one launch is the beginning of the next. */
  #clock = 0;
  #isGivenUp = false;

  constructor(
    plan: ActivationPlan,
    context: RegistryContext,
    { timeoutMs }: ActivateOptions,
    resolve: () => void,
  ) {
    this.#plan = plan;
    this.#context = context;
    this.#timeoutMs = timeoutMs;
    this.#resolve = resolve;
    this.#ready = [...plan.ready];
    this.#open = plan.steps.length;
  }

  /**
   * Takes hold of what can start at once, and starts it when the caller's own turn is over: until then the caller
   * may configure it, shut it down or give up.
   */
  begin(): void {
    for (const step of this.#ready) this.#claim(step);
    queueMicrotask(() => {
      this.#clock = performance.now();
      this.#pump();
    });
  }

  /** Launches whatever is ready, and ends the run when nothing is open any more, unless it ends by being given up. */
  #pump(): void {
    for (let step = this.#ready[this.#next]; step !== undefined; step = this.#ready[this.#next]) {
      this.#next += 1;
      this.#launch(step);
    }
    if (this.#isGivenUp) return;
    if (this.#open > 0 && this.#starting === 0) this.#unlock();
    if (this.#open === 0) this.#end();
  }

  /** Gives up every step that is not done with, and every start that no one else wants; waits for the latter. */
  giveUp(why: string, cause?: unknown): void {
    // Given up before: what was aborted then is being waited for.
    if (this.#open === 0) return;
    this.#isGivenUp = true;
    const aborted: Promise<unknown>[] = [];
    for (const step of this.#plan.steps) {
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

  /** The start to wait for, begun here or by others; undefined if there is none, and then the step is done with. */
  #claim(step: ActivationStep): StartOperation | undefined {
    if (step.isDone) return undefined;
    const { record } = step;
    if (record.isUp) {
      wantAsWell(record);
      this.#finish(step, undefined);
      return undefined;
    }
    step.startedHere = record.start === undefined;
    const obstacle = step.startedHere ? obstacleOf(step) : undefined;
    if (obstacle !== undefined) {
      this.#finish(step, obstacle);
      return undefined;
    }
    const operation = (record.start ??= this.#newOperation(record));
    operation.interested += 1;
    step.operation = operation;
    return operation;
  }

  #newOperation(record: PluginRecord): StartOperation {
    const { limit, logger } = this.#context;
    return new StartOperation(record.key, limit("startup", record, this.#timeoutMs), logger);
  }

  #launch(step: ActivationStep): void {
    const operation = step.operation ?? this.#claim(step);
    if (operation === undefined) return;
    const began = this.#clock;
    // What was claimed is begun even if it was given up since: others may have joined it, and wait.
    if (!operation.isBegun) startPlugin(step.record, operation, step, this.#context, began);
    this.#clock = performance.now();
    if (operation.isOver) return this.#arrive(step, operation, began);
    this.#starting += 1;
    void operation.done.then(() => {
      this.#starting -= 1;
      if (step.isDone) return;
      this.#clock = performance.now();
      this.#arrive(step, operation, began);
      this.#pump();
    });
  }

  /** Takes note of a start that is over, unless it was given up here before. */
  #arrive(step: ActivationStep, { error }: StartOperation, began: number): void {
    if (step.isDone) return;
    step.durationMs = this.#clock - began;
    this.#finish(step, error);
  }

  #finish(step: ActivationStep, error: PluginError | undefined): void {
    step.isDone = true;
    step.error = error;
    this.#open -= 1;
    for (const ready of this.#plan.release(step)) this.#ready.push(ready);
  }

  /** What is left when nothing can be launched waits for itself: members of a tangle of cycles. */
  #unlock(): void {
    for (const step of this.#plan.steps) {
      const [awaited] = step.required;
      if (!step.isDone && awaited !== undefined) this.#finish(step, block(step.record, awaited));
    }
  }

  #end(): void {
    this.onEnd?.();
    this.onEnd = undefined;
    this.#resolve();
  }
}

/** Counts one more who asked for a plugin that is up: the call that started it may not stop it again for its own sake. */
export function wantAsWell({ startedBy }: PluginRecord): void {
  if (startedBy !== undefined) startedBy.interested += 1;
}

/** Why a step cannot be started at all; its plugin is marked with it. */
function obstacleOf({ record, problem, failedDependency }: ActivationStep): PluginError | undefined {
  if (problem !== undefined) return fail(record, problem);
  // Not the error that its record has now: another call may have been there since.
  return failedDependency === undefined ? undefined : block(record, failedDependency.record, failedDependency.error);
}
