import path from "node:path";
import { execa } from "execa";

/** The command as package managers link it. */
const bin = path.resolve(import.meta.dirname, "../../bin/floe.js");

/** A started `floe`. */
export type FloeProcess = ReturnType<typeof floe>;

/** Starts the built `floe` as a process; a failing one is a result. */
export function floe(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  return execa(process.execPath, [bin, ...args], {
    cwd,
    reject: false,
    stdin: "ignore",
    // Only what a process needs: nothing of the test runner's, and no colour.
    env: { PATH: process.env["PATH"] ?? "", ...env },
    extendEnv: false,
    timeout: 60_000,
  });
}

/** Resolves once the process has printed `text` to standard error after this call; rejects if it ends before. */
export function untilPrinted(child: FloeProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = "";
    const onData = (chunk: Buffer): void => {
      seen += chunk.toString();
      if (!seen.includes(text)) return;
      child.stderr.off("data", onData);
      resolve();
    };
    child.stderr.on("data", onData);
    void child.then(() => reject(new Error(`Never printed ${JSON.stringify(text)}, but: ${seen}`)));
  });
}
