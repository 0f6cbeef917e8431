/** What tells the time, and waits for it. */
export interface Clock {
  now(): Date;
  /** Resolves with true when the time has come, with false as soon as `signal` is aborted; leaves nothing behind. */
  waitUntil(time: Date, signal: AbortSignal): Promise<boolean>;
}

/**
 * How often a wait looks at the time, in milliseconds. A timer stands still while the machine sleeps, knows
 * nothing of a clock that is set, and cannot be longer than 24.8 days.
 */
const LOOK_MS = 15_000;

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  waitUntil: async (time, signal) => {
    while (!signal.aborted) {
      const left = time.getTime() - Date.now();
      if (left <= 0) return true;
      await pause(Math.min(left, LOOK_MS), signal);
    }
    return false;
  },
};

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
