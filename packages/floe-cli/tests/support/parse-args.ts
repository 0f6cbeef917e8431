import { makeProgram } from "../../src/cli/make-program.ts";
import type { RunAction } from "../../src/grammar/run-action.ts";
import { fakeHost, type FakeHost } from "./fake-host.ts";

/** What a command line comes to: the commands that would run, with their common options, or commander's refusal. */
export async function parseArgs(...args: string[]): Promise<{ host: FakeHost; calls: unknown[][]; error: unknown }> {
  const host = fakeHost({ columns: 80 });
  const calls: unknown[][] = [];
  const run: RunAction = async (name, options) => void calls.push([name, options]);
  const error = await makeProgram(host, "1.2.3", run)
    .parseAsync(args, { from: "user" })
    .then(() => undefined)
    .catch((reason: unknown) => reason);
  return { host, calls, error };
}
