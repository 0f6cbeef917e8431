import { setImmediate } from "node:timers/promises";
import fc from "fast-check";

/** Runs at a time; between them the event loop gets its turn, since the test runner gives up a worker that never answers. */
const CHUNK = 500;

/** Far more than so many runs take: a command that never ends must fail its test. */
export function timeoutFor(runs: number): number {
  return 120_000 + 50 * runs;
}

/** `fc.assert`, for any number of runs. */
export async function assertAtLength<Inputs>(property: fc.IAsyncProperty<Inputs>, runs: number): Promise<void> {
  for (let done = 0; done < runs; done += CHUNK) {
    await fc.assert(property, { numRuns: Math.min(CHUNK, runs - done) });
    await setImmediate();
  }
}
