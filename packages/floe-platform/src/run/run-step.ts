import {
  isPluginError,
  reasonOf,
  type ColumnSchema,
  type ComputePlugin,
  type ComputeSession,
  type MaterializeResult,
  type SourceFile,
  type StepError,
  type StepResult,
  type TransformConfig,
} from "floe-core";

/** What one transform in a process of its own came to. */
export interface StepOutcome {
  readonly step: StepResult;
  /** Of what it made; empty unless it succeeded. */
  readonly columns: readonly ColumnSchema[];
}

/** What a step works on. */
export interface StepWork {
  readonly transform: TransformConfig;
  readonly sources: readonly SourceFile[];
  /** Active. */
  readonly compute: ComputePlugin;
  readonly signal: AbortSignal;
}

/**
 * Makes one transform in a session of its own. A failure is an outcome; an interrupted step is `cancelled`. A
 * session that does not close fails the step: what was written may not be safe.
 */
export async function runStep(work: StepWork): Promise<StepOutcome> {
  const { name } = work.transform;
  const began = performance.now();
  const durationMs = (): number => Math.round(performance.now() - began);
  try {
    const { rows, columns } = await materialize(work);
    const step = { name, status: "succeeded", durationMs: durationMs(), ...(rows === null ? {} : { rows }) } as const;
    return { step, columns };
  } catch (error) {
    const ended = { name, durationMs: durationMs() };
    if (work.signal.aborted) return { step: { ...ended, status: "cancelled" }, columns: [] };
    return { step: { ...ended, status: "failed", error: stepError(name, error) }, columns: [] };
  }
}

async function materialize({ transform, sources, compute, signal }: StepWork): Promise<MaterializeResult> {
  if (compute.openSession === undefined) throw new Error(`${compute.name} cannot run SQL in this process`);
  const session = await compute.openSession({ signal });
  const { name, schema, sql, materialization, uniqueKey, watermark } = transform;
  let made: MaterializeResult;
  try {
    await registerSources(session, sources, signal);
    made = await session.materialize({ name, schema, sql, materialization, uniqueKey, watermark }, { signal });
  } catch (error) {
    try {
      await session.close();
    } catch (closing) {
      throw new AggregateError([error, closing], reasonOf(error), { cause: closing });
    }
    throw error;
  }
  await session.close();
  return made;
}

async function registerSources(session: ComputeSession, sources: readonly SourceFile[], signal: AbortSignal): Promise<void> {
  for (const source of sources) {
    if (session.registerSource === undefined) throw new Error("the compute cannot read the product's sources");
    await session.registerSource(source, { signal });
  }
}

function stepError(step: string, thrown: unknown): StepError {
  if (!isPluginError(thrown)) return { code: "FLOE_STEP", message: `Cannot run transform "${step}": ${reasonOf(thrown)}` };
  const { code, message, hint } = thrown;
  return { code, message, ...(hint === "" ? {} : { hint }) };
}
