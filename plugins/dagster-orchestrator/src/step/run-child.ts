import { spawn, type ChildProcess } from "node:child_process";
import process from "node:process";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** What to start, and what to do with it. */
export interface ChildRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Aborting it interrupts the child, and ends it when it takes no notice. */
  readonly signal: AbortSignal;
  /** How long an interrupted child may take to end, in milliseconds. */
  readonly graceMs: number;
  /** Reads standard error to its end, piece by piece: the child waits for it. */
  readonly onStderr: (pieces: AsyncIterable<string>) => Promise<void>;
}

/** How a child ended. */
export interface ChildEnd {
  readonly stdout: string;
  /** Null for a child that a signal ended. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How long what an ended child has started may keep its streams open, in milliseconds. */
const DRAIN_MS = 2_000;

/**
 * Runs a process that has a channel to this one, and notices by it when this one is gone. It leads a group of its own: a
 * terminal or whoever signals a whole group reaches it through us alone, once.
 *
 * @throws what `onStderr` throws, once the child is ended; the system's error if it cannot be started.
 */
export async function runChild({ command, args, cwd, env, signal, graceMs, onStderr }: ChildRequest): Promise<ChildEnd> {
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", "ipc"], detached: process.platform !== "win32" });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the process has no streams");
  const ended = endOf(child);
  const release = interruptOn(stop, child, graceMs);
  try {
    const [printed, end] = await Promise.all([
      text(piecesOf(stdout)),
      ended,
      onStderr(piecesOf(stderr)).catch((error: unknown) => broken.abort(error)),
    ]);
    broken.signal.throwIfAborted();
    return { stdout: printed, ...end };
  } finally {
    release();
  }
}

function endOf(child: ChildProcess): Promise<Omit<ChildEnd, "stdout">> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode, signal) => {
      const drain = setTimeout(() => {
        // What the child itself has printed was read long ago.
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, DRAIN_MS);
      child.once("close", () => clearTimeout(drain));
      resolve({ exitCode, signal });
    });
  });
}

/** What a stream holds until it ends or is given up. */
async function* piecesOf(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding("utf8");
  try {
    for await (const piece of stream) yield String(piece);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE")) throw error;
  }
}

/** Answers what calls it off. */
function interruptOn(stop: AbortSignal, child: ChildProcess, graceMs: number): () => void {
  let grace: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    child.kill("SIGINT");
    grace = setTimeout(() => killGroup(child), graceMs);
  };
  // What the child has started does not outlive it when the step is given up.
  child.once("exit", () => {
    if (stop.aborted) killGroup(child);
  });
  if (stop.aborted) interrupt();
  else stop.addEventListener("abort", interrupt, { once: true });
  return () => {
    clearTimeout(grace);
    stop.removeEventListener("abort", interrupt);
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Nothing of it is left, which is what was wanted.
  }
}
