import type { Clock } from "floe-core";
import type { Pause } from "../../src/run/pause.ts";

/** A clock that only pauses move. */
export interface FakeTime {
  readonly clock: Clock;
  readonly pause: Pause;
  /** How long each pause was. */
  readonly pauses: readonly number[];
}

export function fakeTime(): FakeTime {
  let ms = 0;
  const pauses: number[] = [];
  return {
    clock: { now: () => new Date(ms).toISOString(), elapsedMs: () => ms },
    pauses,
    pause: async (duration) => {
      pauses.push(duration);
      ms += duration;
    },
  };
}
