import { randomUUID } from "node:crypto";
import {
  eventSink,
  planRun,
  RunJournal,
  secretMask,
  systemClock,
  type Clock,
  type ColumnLineage,
  type ColumnSchema,
  type CompiledArtifacts,
  type Logger,
  type RunEvent,
  type RunOptions,
  type RunResult,
} from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import type { DagsterDocument } from "../definitions/dagster-document.ts";
import type { AssetMetadata } from "../graphql/dagster-event.ts";
import type { DagsterClient } from "../graphql/dagster-client.ts";
import type { RunState } from "../graphql/operations/run-state.ts";
import { columnLineage, tableNames } from "./column-lineage.ts";
import { DagsterClock } from "./dagster-clock.ts";
import { dagsterSteps, type DagsterSteps } from "./dagster-steps.ts";
import { ensurePools } from "./ensure-pools.ts";
import { followRun } from "./follow-run.ts";
import { launchJob } from "./launch-job.ts";
import { pause, type Pause } from "./pause.ts";
import { RunTranslator } from "./run-translator.ts";

/** What a step said of what it made. */
export interface StepFacts {
  readonly rows?: number;
  readonly columns?: readonly ColumnSchema[];
  readonly columnLineage?: readonly ColumnLineage[];
}

/** A run of a product. */
export interface DagsterRun {
  readonly artifacts: CompiledArtifacts;
  readonly options: RunOptions;
  readonly document: DagsterDocument;
  /** The code location. */
  readonly location: string;
  /**
   * Sees to it that Dagster serves the document, and answers with the job's repository: see `ensureLocation`. Called
   * once, unless there is nothing to run.
   */
  readonly locate: (signal: AbortSignal) => Promise<string>;
  /** The product's job, as Dagster calls it. */
  readonly job: string;
  readonly client: DagsterClient;
  readonly config: DagsterOrchestratorConfig;
  readonly logger: Logger;
  /** Who is told of every event. Default: the options' `onEvent`. */
  readonly listeners?: readonly RunOptions["onEvent"][] | undefined;
  /** Called with what a step made, right before its end is told. Must not throw. Default: nothing. */
  readonly onMade?: ((transform: string, facts: StepFacts) => void) | undefined;
  /** Default: this machine's. */
  readonly clock?: Clock | undefined;
  readonly pause?: Pause | undefined;
}

const forever = new AbortController().signal;

/**
 * Runs a product on Dagster, as `OrchestratorPlugin.run` promises. The run's id and times are Dagster's. Nothing is
 * launched if the signal is aborted before, or if no transform is selected.
 *
 * @throws InvalidTransformsError, UnknownSelectionError, what `locate` throws; DagsterLaunchError; while it is
 * followed DagsterUnavailableError, DagsterAuthenticationError, DagsterReplyError, DagsterServerError, DagsterRunLostError.
 */
export async function runOnDagster(run: DagsterRun): Promise<RunResult> {
  const { artifacts, options, document, client, config, logger } = run;
  const { clock = systemClock, pause: wait = pause } = run;
  const signal = options.signal ?? forever;
  const plan = planRun(artifacts.transforms, options.select);
  const steps = dagsterSteps(plan, document);
  const sink = eventSink(run.listeners ?? [options.onEvent], logger);
  // Asked anew each time: it may be aborted between.
  const isAborted = (): boolean => signal.aborted;
  if (plan.length === 0 || isAborted()) return withoutDagster(steps, clock, sink);

  for (const { step, needs } of steps.unordered) {
    logger.warn("Dagster does not wait with a step for others whose connection is not selected.", { step, needs });
  }
  const environment = { client, logger, clock, pause: wait };
  let repository: string;
  try {
    repository = await run.locate(signal);
    await ensurePools(document, { client, logger, signal });
  } catch (error) {
    if (isAborted()) return withoutDagster(steps, clock, sink);
    throw error;
  }
  if (isAborted()) return withoutDagster(steps, clock, sink);
  const isWhole = plan.length === artifacts.transforms.length;
  const { outageTimeoutMs } = config;
  const request = { location: run.location, repository, job: run.job, keys: isWhole ? undefined : steps.keys, tags: tagsOf(run), outageTimeoutMs };
  const runId = await launchJob(request, environment);
  try {
    return await follow(runId, { run, steps, signal, sink, environment });
  } catch (error) {
    logger.warn("A run is no longer followed; if it is still there, it goes on in Dagster.", { runId });
    throw error;
  }
}

async function follow(
  runId: string,
  context: {
    readonly run: DagsterRun;
    readonly steps: DagsterSteps;
    readonly signal: AbortSignal;
    readonly sink: (event: RunEvent) => void;
    readonly environment: Parameters<typeof followRun>[0];
  },
): Promise<RunResult> {
  const { run, steps, signal, sink, environment } = context;
  const { client, config, logger, options, document } = run;
  const dagsterClock = new DagsterClock(0);
  const names = tableNames(document, run.artifacts);
  const stepNames = steps.plan.map(({ transform }) => transform.name);
  let isFailed = false;
  // Dagster may call a run failed whose steps have all succeeded; the journal knows of steps alone.
  const judged = (event: RunEvent): void => sink(isFailed && event.type === "run-finished" && event.status === "succeeded" ? { ...event, status: "failed" } : event);
  const onMade = (transform: string, { columnDeps, ...made }: AssetMetadata): void => {
    run.onMade?.(transform, { ...made, ...(columnDeps === undefined ? {} : { columnLineage: columnLineage(columnDeps, names) }) });
  };
  let translator: RunTranslator | undefined;
  let journal: RunJournal | undefined;
  const open = ({ createdAt }: RunState): void => {
    dagsterClock.moveTo(createdAt);
    journal = new RunJournal({ runId, steps: stepNames, clock: dagsterClock, emit: judged });
    const runUrl = `${client.url}/runs/${runId}`;
    translator = new RunTranslator({ journal, clock: dagsterClock, steps, runUrl, mask: secretMask(options), onMade });
  };
  const { state, isCancelled } = await followRun(environment, { runId, config, signal, onState: open, onEvent: (event) => translator?.handle(event) });
  // followRun has opened both.
  if (translator === undefined || journal === undefined) throw new Error("Cannot end a run that was never opened");
  translator.settle({ status: state.status, at: state.endedAt ?? 0, isCancelled });
  isFailed = state.status === "FAILURE" && !isCancelled;
  const result = journal.end();
  if (!isFailed || result.status !== "succeeded") return result;
  logger.warn("Every step has succeeded, and Dagster says that the run failed.", { runId, reason: translator.cause });
  return { ...result, status: "failed" };
}

/** A run that Dagster is not asked for: it has no steps, or is cancelled already. */
function withoutDagster(steps: DagsterSteps, clock: Clock, emit: (event: RunEvent) => void): RunResult {
  const names = steps.plan.map(({ transform }) => transform.name);
  const journal = new RunJournal({ runId: randomUUID(), steps: names, clock, emit });
  for (const name of names) journal.cancelled(name);
  return journal.end();
}

function tagsOf({ config, document }: DagsterRun): Readonly<Record<string, string>> {
  const { runTags, runTimeoutMs } = config;
  const limit = runTimeoutMs === undefined ? {} : { "dagster/max_runtime": String(Math.ceil(runTimeoutMs / 1000)) };
  return { ...runTags, ...limit, "floe/hash": document.hash };
}
