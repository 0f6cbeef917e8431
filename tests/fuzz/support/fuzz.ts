import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { test } from "vitest";
import { checkPrototypes, checkPrototypesFully } from "./prototypes.ts";
import { Watchdog } from "./watchdog.ts";

/** Inputs of all targets together. */
const RUNS = Number(process.env["FLOE_FUZZ_RUNS"] ?? 5_000);

/** The same inputs every time, so that a failure is the change's doing. Long runs bring seeds of their own. */
const SEED = Number(process.env["FLOE_FUZZ_SEED"] ?? 6);

/** After so many inputs the event loop gets its turn: the test runner wants answers. */
const CHUNK = 500;

/** What is fuzzed. */
export interface FuzzTarget<Input> {
  /** How many of a hundred inputs are for this target; those of all targets make 100. */
  readonly percent: number;
  readonly inputs: fc.Arbitrary<Input>;
  /** How many inputs one of `inputs` is, where trying several at once is cheaper. Default: 1. */
  readonly batch?: number;
  /** Inputs that were answered wrongly once, or that no generator finds. They are tried first. */
  readonly examples?: readonly Input[];
  /** Throws if the answer to an input is wrong. */
  readonly check: (input: Input) => void | Promise<void>;
}

/**
 * A test that tries `check` with many inputs. None may change what everything inherits, nor take for ever. A
 * failure says its seed: with it as FLOE_FUZZ_SEED the input comes up again within the first five hundred.
 */
export function fuzz<Input>(title: string, { percent, inputs, batch = 1, examples = [], check }: FuzzTarget<Input>): void {
  const count = Math.ceil((RUNS * percent) / 100);
  const runs = Math.ceil(count / batch);
  test(`${title}, ${count.toLocaleString("en")} inputs`, { timeout: 0 }, async () => {
    const watchdog = new Watchdog(title);
    const property = fc.asyncProperty(inputs, async (input) => {
      watchdog.next();
      await check(input);
      checkPrototypes();
    });
    try {
      for (let done = 0; done < runs; done += CHUNK) {
        const seed = (SEED + done / CHUNK) | 0;
        watchdog.begin(seed);
        const first = done === 0 ? { examples: examples.map((input): [Input] => [input]) } : {};
        const numRuns = Math.min(CHUNK, runs - done) + (first.examples?.length ?? 0);
        await fc.assert(property, { seed, numRuns, ...first });
        watchdog.end();
        checkPrototypesFully();
        await setImmediate();
      }
    } finally {
      await watchdog.close();
    }
  });
}
