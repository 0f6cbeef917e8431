import { StepFrontier, type PlannedStep } from "floe-core";

/** What a schedule calls while it goes. */
export interface StepHandlers {
  /** Runs one step to its end and resolves with whether it succeeded; never rejects. */
  readonly run: (step: PlannedStep) => Promise<boolean>;
  /** A step that never starts, because `root` failed. */
  readonly skipped: (step: string, root: string) => void;
  /** A step that never starts, because the run was cancelled. */
  readonly cancelled: (step: string) => void;
}

/**
 * Runs the steps of a plan, each as soon as its own needs have succeeded, at most `concurrency` at a time. A
 * failed step skips what needs it, directly or further down, and nothing else. When the signal is aborted no
 * step starts any more; running ones are waited for. Resolves once every step has ended.
 */
export async function scheduleSteps(
  steps: readonly PlannedStep[],
  options: { readonly concurrency: number; readonly signal: AbortSignal },
  handlers: StepHandlers,
): Promise<void> {
  const frontier = new StepFrontier(steps);
  const running = new Set<Promise<void>>();
  const cancel = (): void => {
    for (const name of frontier.abandon()) handlers.cancelled(name);
  };
  const run = async (step: PlannedStep): Promise<void> => {
    const { name } = step.transform;
    if (await handlers.run(step)) frontier.succeed(name);
    else for (const skipped of frontier.fail(name)) handlers.skipped(skipped, name);
  };
  const start = (step: PlannedStep): void => {
    const task = run(step).finally(() => running.delete(task));
    running.add(task);
  };
  if (options.signal.aborted) cancel();
  options.signal.addEventListener("abort", cancel);
  try {
    for (;;) {
      while (running.size < options.concurrency) {
        const step = frontier.take();
        if (step === undefined) break;
        start(step);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  } finally {
    options.signal.removeEventListener("abort", cancel);
  }
}
