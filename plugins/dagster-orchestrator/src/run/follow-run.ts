import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { DagsterRunLostError } from "../errors/dagster-run-lost-error.ts";
import { DagsterServerError } from "../errors/dagster-server-error.ts";
import { RUN_LOGS, type RunLogs } from "../graphql/operations/run-logs.ts";
import { isTerminal, RUN_STATE, type RunState } from "../graphql/operations/run-state.ts";
import { TERMINATE_RUN, type TerminateVariables } from "../graphql/operations/terminate-run.ts";
import type { DagsterEvent } from "../graphql/dagster-event.ts";
import { Patience } from "./patience.ts";
import type { DagsterEnvironment } from "./run-environment.ts";

const PAGE = 200;

export interface FollowOptions {
  readonly runId: string;
  readonly config: Pick<DagsterOrchestratorConfig, "pollIntervalMs" | "runTimeoutMs" | "outageTimeoutMs" | "cancelTimeoutMs">;
  readonly signal: AbortSignal;
  /** Called once, before the first event. */
  readonly onState: (state: RunState) => void;
  readonly onEvent: (event: DagsterEvent) => void;
}

/** How a run ended, and whether it was ended from here. */
export interface FollowedRun {
  readonly state: RunState;
  readonly isCancelled: boolean;
}

/**
 * Looks at a run every `pollIntervalMs` until it has ended and all of its events were handed out. Once the signal is
 * aborted or `runTimeoutMs` is over, Dagster is asked to end it; if it has not after `cancelTimeoutMs`, to call it
 * cancelled whatever its processes do.
 *
 * @throws DagsterUnavailableError if the webserver is away too long; DagsterRunLostError if the run was deleted;
 * DagsterAuthenticationError, DagsterReplyError at once.
 */
export async function followRun(environment: DagsterEnvironment, options: FollowOptions): Promise<FollowedRun> {
  const { runId, config, signal, onState, onEvent } = options;
  const { client, clock, pause } = environment;
  const patience = new Patience(environment, { runId, outageTimeoutMs: config.outageTimeoutMs });
  const stopper = new Stopper(environment, options, patience);
  let cursor: string | null = null;
  for (let isFirst = true; ; isFirst = false) {
    await stopper.act(clock.elapsedMs());
    // The state before the events: all that led to it is in the log by then.
    const state = await patience.ask(() => client.ask(RUN_STATE, { runId }));
    if (state === null) throw new DagsterRunLostError(runId);
    if (isFirst) onState(state);
    for (let hasMore = true; hasMore; ) {
      const after: string | null = cursor;
      const page: RunLogs | null = await patience.ask((): Promise<RunLogs | null> => client.ask(RUN_LOGS, { runId, cursor: after, limit: PAGE }));
      if (page === null) throw new DagsterRunLostError(runId);
      for (const event of page.events) onEvent(event);
      cursor = page.cursor;
      hasMore = page.hasMore;
    }
    if (isTerminal(state.status)) return { state, isCancelled: stopper.isStopping };
    await pause(config.pollIntervalMs, stopper.isStopping ? undefined : signal);
  }
}

/** Ends a run: first gently, then by decree. */
class Stopper {
  readonly #environment: DagsterEnvironment;
  readonly #options: FollowOptions;
  readonly #patience: Patience;
  readonly #startedAt: number;
  /** When the run was last asked to end. */
  #askedAt: number | undefined;
  #isForced = false;

  constructor(environment: DagsterEnvironment, options: FollowOptions, patience: Patience) {
    this.#environment = environment;
    this.#options = options;
    this.#patience = patience;
    this.#startedAt = environment.clock.elapsedMs();
  }

  get isStopping(): boolean {
    return this.#askedAt !== undefined;
  }

  async act(now: number): Promise<void> {
    const { runId, config, signal } = this.#options;
    const { logger, client } = this.#environment;
    if (this.#askedAt === undefined) {
      const isLate = config.runTimeoutMs !== undefined && now - this.#startedAt >= config.runTimeoutMs;
      if (!signal.aborted && !isLate) return;
      if (!signal.aborted) logger.warn("A run takes longer than it may, and is cancelled.", { runId, runTimeoutMs: config.runTimeoutMs });
      return this.#terminate("SAFE_TERMINATE");
    }
    if (now - this.#askedAt < config.cancelTimeoutMs) return;
    if (!this.#isForced) {
      this.#isForced = true;
      logger.warn("A run does not end, and is marked as cancelled: its processes may still be there.", { runId, cancelTimeoutMs: config.cancelTimeoutMs });
      return this.#terminate("MARK_AS_CANCELED_IMMEDIATELY");
    }
    const reason = `run ${runId} does not end, although Dagster was asked twice`;
    throw new DagsterServerError({ url: client.url, operation: TERMINATE_RUN.name, status: 200, className: null, reason });
  }

  async #terminate(policy: TerminateVariables["policy"]): Promise<void> {
    const { runId } = this.#options;
    const { client, clock, logger } = this.#environment;
    const outcome = await this.#patience.ask(() => client.ask(TERMINATE_RUN, { runId, policy }));
    this.#askedAt = clock.elapsedMs();
    // It may have ended by itself; if not, the limit for that goes on.
    if (outcome.state === "refused") logger.debug("Dagster did not end a run.", { runId, policy, reason: outcome.reason });
  }
}
