import process from "node:process";
import type { StopSignal } from "./cli/cli-host.ts";
import { runCli } from "./cli/run-cli.ts";
import { escapeControls } from "./output/escape-controls.ts";

/** How long a plugin may keep the process alive after everything is done, in milliseconds. */
const LINGER_MS = 3_000;

// A reader that goes away (floe ... | head) is no error; what is still written is dropped.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

// What a plugin leaves uncaught would end the process with a stack trace.
process.on("uncaughtException", (error) => {
  const isVerbose = process.argv.some((argument) => argument === "--verbose" || argument === "-v");
  process.stderr.write(`error: uncaught: ${escapeControls(isVerbose ? (error.stack ?? error.message) : error.message)}\n`);
  process.exit(1);
});

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  onSignal: (listener) => {
    const signals: readonly StopSignal[] = ["SIGINT", "SIGTERM"];
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  },
  exit: (code) => {
    // A progress bar may have hidden the cursor and switched off line wrapping.
    if (process.stderr.isTTY) process.stderr.write("\u001B[?25h\u001B[?7h\n");
    process.exit(code);
  },
});

// The process ends by itself once nothing is left to do. A plugin that left something open must not keep it.
setTimeout(() => {
  const open = process.getActiveResourcesInfo().filter((kind) => !kind.includes("TTY") && !kind.includes("Pipe"));
  process.stderr.write(`warn: still open after everything was stopped: ${open.join(", ")}; ending all the same\n`);
  process.exit();
}, LINGER_MS).unref();
