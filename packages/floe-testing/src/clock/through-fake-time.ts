import { installedClock } from "./fake-clock.ts";

/** How long, in real time, work may take before it is taken to wait for the fake clock. */
const GRACE_MS = 1000;

/** The longest delay of a timer: nothing that waits for a clock waits longer. */
const LONGEST_MS = 2 ** 31;

/** Taken now: a fake clock is in their place when they are needed. */
const [startTimer, stopTimer] = [setTimeout, clearTimeout];

/**
 * Waits for `work`. While a fake clock is in force, nobody moves it meanwhile, and what is bounded by a limit would
 * wait forever: so what is not done in a second of real time gets the fake time it needs.
 */
export async function throughFakeTime<Value>(work: Promise<Value>): Promise<Value> {
  const clock = installedClock();
  if (clock === undefined) return work;
  const state = { isDone: false };
  let timer: NodeJS.Timeout | undefined;
  const done = work.finally(() => {
    state.isDone = true;
  });
  await Promise.race([
    done.catch(() => undefined),
    new Promise((resolve) => {
      timer = startTimer(resolve, GRACE_MS);
    }),
  ]);
  stopTimer(timer);
  for (let ms = GRACE_MS; !state.isDone && ms < LONGEST_MS; ms *= 2) await clock.tick(ms);
  return done;
}
