import {
  askEngine,
  reasonOf,
  stepError,
  type ColumnLineage,
  type ColumnSchema,
  type ComputePlugin,
  type ComputeSession,
  type Logger,
  type MaterializeResult,
  type SourceFile,
  type StepResult,
  type TransformConfig,
} from "floe-core";

/** What one transform in a process of its own came to. */
export interface StepOutcome {
  readonly step: StepResult;
  /** Of what it made; empty unless it succeeded. */
  readonly columns: readonly ColumnSchema[];
  /** Where the columns come from; null if the engine cannot tell, and unless the step succeeded. */
  readonly columnLineage: readonly ColumnLineage[] | null;
}

/** What a step works on. */
export interface StepWork {
  readonly transform: TransformConfig;
  readonly sources: readonly SourceFile[];
  /** Active. */
  readonly compute: ComputePlugin;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Masks secrets in what is logged. */
  readonly redact: (text: string) => string;
}

interface Made extends MaterializeResult {
  readonly columnLineage: readonly ColumnLineage[] | null;
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
    const { rows, columns, columnLineage } = await materialize(work);
    const step = { name, status: "succeeded", durationMs: durationMs(), ...(rows === null ? {} : { rows }) } as const;
    return { step, columns, columnLineage };
  } catch (error) {
    const ended = { name, durationMs: durationMs() };
    if (work.signal.aborted) return { step: { ...ended, status: "cancelled" }, ...NOTHING };
    return { step: { ...ended, status: "failed", error: stepError(name, error, work.redact) }, ...NOTHING };
  }
}

const NOTHING = { columns: [], columnLineage: null } as const;

async function materialize(work: StepWork): Promise<Made> {
  const { transform, sources, compute, signal, logger, redact } = work;
  if (compute.openSession === undefined) throw new Error(`${compute.name} cannot run SQL in this process`);
  const session = await compute.openSession({ signal });
  const { name, schema, sql, materialization, uniqueKey, watermark } = transform;
  let made: Made;
  try {
    await registerSources(session, sources, signal);
    const result = await session.materialize({ name, schema, sql, materialization, uniqueKey, watermark }, { signal });
    const { columnLineage } = await askEngine(transform, { compute: {}, session, signal, logger, mask: redact });
    made = { ...result, columnLineage: columnLineage ?? null };
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
