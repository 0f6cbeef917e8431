import {
  askEngine,
  eventSink,
  planRun,
  PluginType,
  RunJournal,
  secretMask,
  stepError,
  type Clock,
  type CompiledArtifacts,
  type ComputeSession,
  type Logger,
  type MaterializeResult,
  type PlannedStep,
  type RunOptions,
  type RunResult,
} from "floe-core";
import { RunLineage, type LineageOutlets } from "floe-lineage";
import { ComputeUnavailableError } from "../errors/compute-unavailable-error.ts";
import { ComputePool } from "./compute-pool.ts";
import { runStep } from "./run-step.ts";
import { scheduleSteps } from "./schedule-steps.ts";

/** What a run needs from its surroundings. */
export interface RunEnvironment {
  readonly runId: string;
  /** How many steps run side by side. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly lineage: LineageOutlets;
}

/**
 * Runs a product in this process, as `OrchestratorPlugin.run` promises. A step that was interrupted by the
 * signal, or had not started by then, is cancelled; one that was skipped before stays skipped.
 *
 * @throws InvalidTransformsError, UnknownSelectionError, or ComputeUnavailableError if no compute is selected
 * at all; before anything ran.
 */
export async function runProduct(
  artifacts: CompiledArtifacts,
  options: Omit<RunOptions, "signal">,
  environment: RunEnvironment,
): Promise<RunResult> {
  const { signal, logger } = environment;
  const steps = planRun(artifacts.transforms, options.select);
  const computes = options.plugins[PluginType.COMPUTE] ?? [];
  if (steps.length > 0 && computes.length === 0) throw noCompute();

  const mask = secretMask(options);
  const targets = environment.lineage.open(options.plugins[PluginType.LINEAGE_BACKEND] ?? [], mask);
  const lineage = targets.length === 0 ? undefined : new RunLineage({ artifacts, targets, redact: mask });
  const pool = new ComputePool({ computes, sources: artifacts.sources, signal, logger });
  const journal = new RunJournal({
    runId: environment.runId,
    steps: steps.map(({ transform }) => transform.name),
    clock: environment.clock,
    emit: eventSink([options.onEvent, lineage && ((event) => lineage.handle(event))], logger),
  });
  const run = async ({ transform }: PlannedStep): Promise<boolean> => {
    journal.started(transform.name);
    try {
      const inspect = lineage && (async (session: ComputeSession, { columns }: MaterializeResult): Promise<void> => {
        const facts = await askEngine(transform, { compute: pool.find(transform.compute), session, signal, logger, mask });
        lineage.describe(transform.name, { columns, ...facts });
      });
      const { rows } = await runStep(transform, { pool, signal, logger, inspect });
      journal.succeeded(transform.name, rows);
      return true;
    } catch (error) {
      if (signal.aborted) journal.cancelled(transform.name);
      else journal.failed(transform.name, stepError(transform.name, error, mask));
      return false;
    }
  };
  try {
    await scheduleSteps(steps, environment, {
      run,
      skipped: (step, root) => journal.skipped(step, root),
      cancelled: (step) => journal.cancelled(step),
    });
  } finally {
    await pool.close();
  }
  const result = journal.end();
  if (lineage !== undefined) await environment.lineage.flush({ signal });
  return result;
}

function noCompute(): ComputeUnavailableError {
  return new ComputeUnavailableError({
    compute: null,
    available: [],
    reason: "the platform has selected no compute plugin",
    hint: "Name one under plugins.compute in the platform file.",
  });
}
