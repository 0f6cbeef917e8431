import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A process that runs one of the fixtures. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line of JSON it says; rejects when it ends without. */
  next(): Promise<unknown>;
  /** Its exit code, or the name of the signal that killed it. */
  readonly ended: Promise<number | string>;
}

/** Starts `fixture`; it is killed when the test is over. */
export function startChild(fixture: string, ...args: readonly string[]): Child {
  const file = path.join(import.meta.dirname, "../integration/fixtures", fixture);
  const child = spawn(process.execPath, [file, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    process: child,
    next: async () => {
      const line = await lines.next();
      if (line.done === true) throw new Error(`${fixture} ended without a further word`);
      return JSON.parse(line.value) as unknown;
    },
    ended: once(child, "exit").then(([code, signal]) => (code as number | null) ?? String(signal)),
  };
}
