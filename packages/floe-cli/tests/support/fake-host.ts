import { PassThrough } from "node:stream";
import type { CliHost, OutputStream, StopSignal } from "../../src/cli/cli-host.ts";

/** A process that is none: what it prints can be read, and signals can be sent to it. */
export interface FakeHost extends CliHost {
  readonly out: () => string;
  readonly err: () => string;
  readonly exits: number[];
  send(signal: StopSignal): void;
  /** Lets an error go uncaught. */
  fail(error: unknown): void;
  /** Leaves nothing to wait for. */
  stall(): void;
  readonly listeners: Set<(signal: StopSignal) => void>;
  readonly stallListeners: Set<() => void>;
}

/** A host that is no terminal and has an empty environment, unless told otherwise. */
export function fakeHost(
  options: { cwd?: string; env?: Record<string, string>; isTTY?: boolean; columns?: number } = {},
): FakeHost {
  const listeners = new Set<(signal: StopSignal) => void>();
  const uncaughtListeners = new Set<(error: unknown) => void>();
  const stallListeners = new Set<() => void>();
  const stdout = fakeStream(options);
  const stderr = fakeStream(options);
  const exits: number[] = [];
  return {
    stdout: stdout.stream,
    stderr: stderr.stream,
    stdoutClosed: new AbortController().signal,
    out: stdout.text,
    err: stderr.text,
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    exits,
    listeners,
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (signal) => {
      for (const listener of listeners) listener(signal);
    },
    stallListeners,
    onUncaught: (listener) => {
      uncaughtListeners.add(listener);
    },
    fail: (error) => {
      for (const listener of uncaughtListeners) listener(error);
    },
    onStall: (listener) => {
      stallListeners.add(listener);
      return () => stallListeners.delete(listener);
    },
    stall: () => {
      for (const listener of stallListeners) listener();
    },
    exit: (code) => exits.push(code),
  };
}

/** A stream whose text can be read. */
export function fakeStream({ isTTY, columns }: { isTTY?: boolean; columns?: number } = {}): {
  stream: OutputStream;
  text: () => string;
} {
  const stream = Object.assign(new PassThrough(), { isTTY, columns });
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { stream, text: () => text };
}
