import { pause } from "./pause.ts";

/** How often something is tried, and how long is waited in between. */
export interface RetryOptions {
  /** The first one included. */
  readonly attempts: number;
  /** The wait before the second attempt, in milliseconds; it doubles with each further one. */
  readonly firstWaitMs: number;
  /** Whether trying again makes sense. */
  readonly isPassing: (error: unknown) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does `work`, and again while it fails for a passing reason. Of each wait a random part of up to a half is left
 * out, so that many clients that failed together do not come back together. Rejects with the last failure, or
 * with the signal's reason.
 */
export async function withRetries<Result>(work: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= options.attempts || !options.isPassing(error)) throw error;
    }
    await pause(options.firstWaitMs * 2 ** (attempt - 1) * (1 - Math.random() / 2), options.signal);
  }
}
