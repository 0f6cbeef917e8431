/** Two clocks, because the one that tells the time may be set back while a step runs. */
export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Milliseconds since some moment; never goes back. */
  elapsedMs(): number;
}

/** The clocks of this machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  elapsedMs: () => performance.now(),
};
