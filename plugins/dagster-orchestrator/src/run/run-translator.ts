import { StepFrontier, type RunJournal, type StepError } from "floe-core";
import type { AssetMetadata, DagsterEvent } from "../graphql/dagster-event.ts";
import { pythonErrorText, type PythonError } from "../graphql/python-error.ts";
import { shortText } from "../text/short-text.ts";
import type { DagsterClock } from "./dagster-clock.ts";
import type { DagsterSteps } from "./dagster-steps.ts";
import { stepFailure, unexplainedFailure } from "./step-failure.ts";

/** What a step said of what it made, before it is said to have succeeded. */
type StepMade = (transform: string, made: AssetMetadata) => void;

/** How a run ended in Dagster. */
export interface RunEnding {
  readonly status: string;
  readonly at: number;
  /** Whether it was this client that ended it. */
  readonly isCancelled: boolean;
}

/** What is known of a step that has not ended yet. */
interface OpenStep {
  isStarted: boolean;
  made: AssetMetadata;
  /** What its process said as it closed, in its latest try. */
  closing: PythonError | null;
}

/**
 * Writes into a journal what Dagster's log says of a run. A step that is tried again has not ended. One that was
 * interrupted is cancelled only if the run was: why it was interrupted is not known before the run's end.
 */
export class RunTranslator {
  readonly #journal: RunJournal;
  readonly #clock: DagsterClock;
  readonly #steps: DagsterSteps;
  readonly #frontier: StepFrontier;
  readonly #runUrl: string;
  readonly #mask: (text: string) => string;
  readonly #onMade: StepMade;
  /** By transform, in the order of the plan. */
  readonly #open: Map<string, OpenStep>;
  #isEnding = false;
  #cause: string | null = null;

  constructor(run: {
    readonly journal: RunJournal;
    readonly clock: DagsterClock;
    readonly steps: DagsterSteps;
    /** The run's page in Dagster. */
    readonly runUrl: string;
    readonly mask: (text: string) => string;
    readonly onMade: StepMade;
  }) {
    this.#journal = run.journal;
    this.#clock = run.clock;
    this.#steps = run.steps;
    this.#frontier = new StepFrontier(run.steps.plan);
    this.#runUrl = run.runUrl;
    this.#mask = run.mask;
    this.#onMade = run.onMade;
    this.#open = new Map(run.steps.plan.map(({ transform }) => [transform.name, { isStarted: false, made: {}, closing: null }]));
  }

  /** What Dagster gave as the reason for the run's failure; null if it gave none yet. */
  get cause(): string | null {
    return this.#cause;
  }

  handle(event: DagsterEvent): void {
    this.#clock.moveTo(event.at);
    if (event.stepKey === null) return this.#handleRun(event);
    const name = this.#steps.transformOf.get(event.stepKey);
    const step = name === undefined ? undefined : this.#open.get(name);
    if (name === undefined || step === undefined) return;
    switch (event.kind) {
      case "ExecutionStepStartEvent":
      case "ExecutionStepRestartEvent":
        return this.#start(name, step);
      case "ExecutionStepUpForRetryEvent":
        step.closing = null;
        return;
      case "MaterializationEvent":
        step.made = event.metadata;
        return;
      case "EngineEvent":
        if (event.error !== null && CLOSED.test(event.message)) step.closing = event.error;
        return;
      case "ExecutionStepSuccessEvent":
        return this.#succeed(name, step);
      case "ExecutionStepFailureEvent":
        // Interrupted, or in its way because of that: the run's end tells which.
        if (event.isInterrupt || this.#isEnding) return;
        return this.#fail(name, step, this.#errorOf(name, step, event));
      default:
    }
  }

  /** Ends every step that has no end yet. No step is said to have succeeded because the run has. */
  settle({ status, at, isCancelled }: RunEnding): void {
    this.#clock.moveTo(at);
    if (status === "CANCELED" || (status === "FAILURE" && isCancelled)) {
      for (const name of [...this.#open.keys()]) this.#cancel(name);
      return;
    }
    const [first] = this.#open;
    if (first === undefined) return;
    const reason = status === "FAILURE" ? `the run failed in Dagster${this.#cause === null ? "" : `: ${this.#cause}`}` : `Dagster says that the run ended with ${status}, and nothing of this step's end`;
    const started = [...this.#open].filter(([, { isStarted }]) => isStarted);
    const broken = started.length === 0 ? [first] : started;
    for (const [name, step] of broken) {
      if (!this.#open.has(name)) continue;
      const error = { code: "FLOE_DAGSTER_RUN", message: `Cannot run transform "${name}": ${reason}`, hint: `${this.#runUrl} has the whole log.` };
      this.#fail(name, step, error);
    }
    // Dagster would have started them: that it did not is the fault of what broke the run.
    for (const name of [...this.#open.keys()]) this.#skip(name, broken[0]?.[0] ?? name);
  }

  #handleRun({ kind, error, message }: DagsterEvent): void {
    if (kind === "RunCancelingEvent" || kind === "RunCanceledEvent") this.#isEnding = true;
    const isFailure = kind === "RunFailureEvent";
    if (!isFailure && (kind !== "EngineEvent" || error === null)) return;
    const root = error === null ? "" : pythonErrorText(error);
    // The run's own failure has the last word, but may leave the error to an event before it.
    if (isFailure && root === "" && this.#cause !== null) this.#cause = this.#mask(`${shortText(message, { lines: 2 })}: ${this.#cause}`);
    else this.#cause = this.#mask([shortText(message, { lines: 2 }), root].filter((text) => text !== "").join(": "));
  }

  #start(name: string, step: OpenStep): void {
    if (step.isStarted) return;
    step.isStarted = true;
    this.#journal.started(name);
  }

  #succeed(name: string, step: OpenStep): void {
    this.#start(name, step);
    this.#open.delete(name);
    this.#onMade(name, step.made);
    this.#journal.succeeded(name, step.made.rows ?? null);
    this.#frontier.succeed(name);
  }

  #fail(name: string, step: OpenStep, error: StepError): void {
    this.#start(name, step);
    this.#open.delete(name);
    this.#journal.failed(name, error);
    for (const dependent of this.#frontier.fail(name)) this.#skip(dependent, name);
  }

  #skip(name: string, root: string): void {
    if (this.#open.delete(name)) this.#journal.skipped(name, root);
  }

  #cancel(name: string): void {
    this.#open.delete(name);
    this.#journal.cancelled(name);
  }

  #errorOf(name: string, { closing }: OpenStep, { error, message }: DagsterEvent): StepError {
    const said = closing === null ? unexplainedFailure(name, error, message, this.#runUrl) : stepFailure(name, closing);
    const { hint } = said;
    return { ...said, message: this.#mask(said.message), ...(hint === undefined ? {} : { hint: this.#mask(hint) }) };
  }
}

/** How Dagster calls the event that holds what a Pipes process closed with. */
const CLOSED = /closed with exception/;
