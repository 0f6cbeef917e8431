import process from "node:process";
import type { StopSignal } from "./cli/cli-host.ts";
import { runCli } from "./cli/run-cli.ts";

/** How long a plugin may keep the process alive after everything is done, in milliseconds. */
const LINGER_MS = 3_000;

// A reader that goes away (floe ... | head) is no error; what is still written is dropped.
const stdoutClosed = new AbortController();
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (stream === process.stdout) stdoutClosed.abort();
  });
}

// Standard output is for results: what plugins and platform modules print goes to standard error.
const write = process.stdout.write.bind(process.stdout);
const stdout = Object.create(process.stdout, { write: { value: write } }) as NodeJS.WriteStream;
process.stdout.write = process.stderr.write.bind(process.stderr);

let isOver = false;
process.on("exit", (code) => {
  if (isOver) return;
  process.stderr.write("error: the process was ended by something that was loaded, before there was a result\n");
  process.exitCode = code === 0 ? 1 : code;
});

const exitCode = await runCli(process.argv.slice(2), {
  stdout,
  stderr: process.stderr,
  stdoutClosed: stdoutClosed.signal,
  env: process.env,
  cwd: process.cwd(),
  onSignal: (listener) => {
    const signals: readonly StopSignal[] = ["SIGINT", "SIGTERM"];
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  },
  onUncaught: (listener) => {
    process.on("uncaughtException", listener);
  },
  onStall: (listener) => {
    process.on("beforeExit", listener);
    return () => process.off("beforeExit", listener);
  },
  exit: (code) => {
    isOver = true;
    // A progress bar may have hidden the cursor and switched off line wrapping.
    if (process.stderr.isTTY) process.stderr.write("\u001B[?25h\u001B[?7h\n");
    process.exit(code);
  },
});

isOver = true;
process.exitCode = exitCode;

// The process ends by itself once nothing is left to do. A plugin that left something open must not keep it.
setTimeout(() => {
  const open = process.getActiveResourcesInfo().filter((kind) => !kind.includes("TTY") && !kind.includes("Pipe"));
  process.stderr.write(`warn: still open after everything was stopped: ${open.join(", ")}; ending all the same\n`);
  process.exit();
}, LINGER_MS).unref();
