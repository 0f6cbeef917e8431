import type { CompiledArtifacts, ComputeSession, RunEvent, RunOptions, RunResult, StepResult, TransformConfig } from "floe-core";
import { orderTransforms } from "./order-transforms.ts";

const RUN_ID = "fake-run";

/**
 * Runs a product one transform after another through the first compute plugin's session; without one, every
 * step succeeds. A failed step skips what needs it, an aborted signal cancels what is left.
 *
 * @throws RangeError if the transforms have no order, or a selected one is not among them.
 */
export async function runTransforms(artifacts: CompiledArtifacts, options: RunOptions): Promise<RunResult> {
  const { plugins, select, signal, onEvent } = options;
  const startedAt = now();
  const ordered = orderTransforms(artifacts.transforms);
  const unknown = select?.find((selected) => !ordered.some(({ name }) => name === selected));
  if (unknown !== undefined) throw new RangeError(`Cannot run ${unknown}: there is no such transform`);
  const transforms = ordered.filter(({ name }) => select?.includes(name) ?? true);
  const tell = (event: RunEvent): void => {
    try {
      onEvent?.(event);
    } catch {
      // The contract of `onEvent`: what its listener does wrong is no matter of the run.
    }
  };
  tell({ type: "run-started", runId: RUN_ID, at: startedAt, steps: transforms.map(({ name }) => name) });
  const session = await plugins["floe.computes"]?.[0]?.openSession?.({ signal: undefined });
  const steps = new Map<string, StepResult>();
  try {
    for (const transform of transforms) {
      const step = await runStep(transform, steps, session, signal, tell);
      steps.set(transform.name, step);
      tell(endOf(step));
    }
  } finally {
    await session?.close();
  }
  const results = [...steps.values()];
  const status = results.some((step) => step.status === "cancelled")
    ? "cancelled"
    : results.some((step) => step.status === "failed")
      ? "failed"
      : "succeeded";
  const finishedAt = now();
  tell({ type: "run-finished", runId: RUN_ID, at: finishedAt, status });
  return { runId: RUN_ID, status, startedAt, finishedAt, steps: results };
}

async function runStep(
  transform: TransformConfig,
  steps: ReadonlyMap<string, StepResult>,
  session: ComputeSession | undefined,
  signal: AbortSignal | undefined,
  tell: (event: RunEvent) => void,
): Promise<StepResult> {
  const { name, schema, sql, materialization } = transform;
  const needed = transform.dependsOn
    .map((dependency) => steps.get(dependency))
    .find((step) => step !== undefined && step.status !== "succeeded");
  const isCancelled = (): boolean => signal?.aborted === true;
  if (isCancelled()) return { name, status: "cancelled", durationMs: 0 };
  if (needed !== undefined) {
    return { name, status: "skipped", durationMs: 0, skippedBecauseOf: needed.skippedBecauseOf ?? needed.name };
  }
  tell({ type: "step-started", runId: RUN_ID, at: now(), step: name });
  try {
    const made = await session?.materialize({ name, schema, sql, materialization }, { signal });
    return { name, status: "succeeded", durationMs: 0, ...(typeof made?.rows === "number" ? { rows: made.rows } : {}) };
  } catch (error) {
    if (isCancelled()) return { name, status: "cancelled", durationMs: 0 };
    const message = error instanceof Error ? error.message : String(error);
    return { name, status: "failed", durationMs: 0, error: { code: "FAKE_STEP", message } };
  }
}

function endOf(step: StepResult): RunEvent {
  const { name, status, durationMs, rows, error, skippedBecauseOf } = step;
  const common = { runId: RUN_ID, at: now(), step: name };
  if (error !== undefined) return { type: "step-failed", ...common, durationMs, error };
  if (status === "succeeded") return { type: "step-finished", ...common, durationMs, ...(rows === undefined ? {} : { rows }) };
  const because = skippedBecauseOf === undefined ? {} : { becauseOf: skippedBecauseOf };
  return { type: status === "skipped" ? "step-skipped" : "step-cancelled", ...common, ...because };
}

function now(): string {
  return new Date().toISOString();
}
