import { isPluginError, reasonOf, type RunOptions, type RunResult, type StepError } from "floe-core";
import type { Clock } from "./clock.ts";
import type { ServeEvent } from "./serve-event.ts";

/** Runs a product once; aborting the signal cancels it. */
export type RunProduct = (options: Required<Pick<RunOptions, "signal" | "onEvent">>) => Promise<RunResult>;

/** A run that is due, and what it is told of with. */
export interface DueRun {
  readonly due: Date;
  readonly run: RunProduct;
  readonly signal: AbortSignal;
  readonly emit: (event: ServeEvent) => void;
  readonly clock: Clock;
}

/** Runs, and tells how it goes. Resolves when the run has ended, however it ended; never rejects. */
export async function followRun({ due: dueAt, run, signal, emit, clock }: DueRun): Promise<void> {
  const due = dueAt.toISOString();
  const at = (): string => clock.now().toISOString();
  // A signal of its own, taken off again at the end: what hangs on to the common one stays as long as that lives.
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  signal.addEventListener("abort", abort);
  emit({ type: "started", at: at(), due });
  try {
    const onEvent: RunOptions["onEvent"] = (event) => emit({ type: "progress", at: at(), due, event });
    const result = await run({ signal: controller.signal, onEvent });
    emit({ type: "finished", at: at(), due, result });
  } catch (error) {
    emit({ type: "failed", at: at(), due, error: runError(error) });
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

function runError(thrown: unknown): StepError {
  if (!isPluginError(thrown)) return { code: "FLOE_UNEXPECTED", message: reasonOf(thrown) };
  const { code, message, hint } = thrown;
  return { code, message, ...(hint === "" ? {} : { hint }) };
}
