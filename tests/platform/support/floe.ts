import path from "node:path";
import { execa } from "execa";

/** The command as package managers link it. */
const bin = path.resolve(import.meta.dirname, "../../node_modules/floe-cli/bin/floe.js");

/** What of `floe run --json` is looked at here. */
export interface RunDocument {
  readonly ok: boolean;
  readonly run: {
    readonly status: string;
    readonly steps: readonly { readonly name: string; readonly status: string; readonly rows?: number }[];
  };
}

/** Starts the built `floe` as a process in `cwd`; a failing one is a result. */
export function floe(cwd: string, ...args: readonly string[]) {
  return execa(process.execPath, [bin, ...args], {
    cwd,
    reject: false,
    stdin: "ignore",
    // Only what a process needs: nothing of the test runner's, and no colour.
    env: { PATH: process.env["PATH"] ?? "" },
    extendEnv: false,
    timeout: 100_000,
  });
}

/** Runs the product of `cwd` to its end. Throws with everything it printed if it did not end well. */
export async function runProduct(cwd: string): Promise<RunDocument> {
  const { exitCode, stdout, stderr } = await floe(cwd, "run", "--json");
  if (exitCode !== 0) throw new Error(`floe run ended with ${exitCode}: ${stdout}\n${stderr}`);
  return JSON.parse(stdout) as RunDocument;
}
