import { DagsterUnavailableError } from "../errors/dagster-unavailable-error.ts";
import { isPassing } from "./is-passing.ts";
import type { DagsterEnvironment } from "./run-environment.ts";

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Asks again while the webserver is away, after pauses that grow to 5 s, until it has been away for `outageTimeoutMs`
 * since its last answer. An outage is told once, and so is its end. Errors that do not pass are thrown at once.
 */
export class Patience {
  readonly #environment: DagsterEnvironment;
  readonly #runId: string;
  readonly #outageTimeoutMs: number;
  #lastAnswer: number;

  constructor(environment: DagsterEnvironment, options: { readonly runId: string; readonly outageTimeoutMs: number }) {
    this.#environment = environment;
    this.#runId = options.runId;
    this.#outageTimeoutMs = options.outageTimeoutMs;
    this.#lastAnswer = environment.clock.elapsedMs();
  }

  /**
   * @param request Has to be one that may be made twice.
   * @throws DagsterUnavailableError once the webserver was away for too long: the run goes on without its follower.
   */
  async ask<Result>(request: () => Promise<Result>): Promise<Result> {
    const { clock, logger, pause } = this.#environment;
    for (let waitMs = FIRST_PAUSE_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const result = await request();
        if (waitMs > FIRST_PAUSE_MS) logger.info("Dagster answers again.", { runId: this.#runId });
        this.#lastAnswer = clock.elapsedMs();
        return result;
      } catch (error) {
        if (!isPassing(error)) throw error;
        const awayMs = clock.elapsedMs() - this.#lastAnswer;
        if (awayMs >= this.#outageTimeoutMs) throw this.#gone(awayMs, error);
        const { message } = error;
        if (waitMs === FIRST_PAUSE_MS) logger.warn("Dagster does not answer; it is asked again, and the run goes on.", { runId: this.#runId, reason: message });
        await pause(Math.min(waitMs, this.#outageTimeoutMs - awayMs));
      }
    }
  }

  #gone(awayMs: number, cause: Error): DagsterUnavailableError {
    return new DagsterUnavailableError({
      url: this.#environment.client.url,
      runId: this.#runId,
      reason: `it has given no answer for ${Math.round(awayMs / 1000)} s; the last attempt: ${cause.message}`,
      hint: `The run goes on in Dagster, where it is ${this.#runId}: look at it there, or end it there, before the product is run again.`,
      cause,
    });
  }
}
