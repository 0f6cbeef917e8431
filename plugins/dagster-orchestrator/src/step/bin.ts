import process from "node:process";
import { runStepProcess } from "./run-step-process.ts";
import { StepInterruption } from "./step-interruption.ts";

/** Below what Dagster waits for a step that it interrupts: 20 seconds. */
const GRACE_MS = 10_000;

// A write that fails says so where it is waited for; for what is only passed on it does not matter.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const exitCode = await runStepProcess({
  args: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  interruption: new StepInterruption(process),
  parentWatch: new URL("./parent-watch.js", import.meta.url),
  graceMs: GRACE_MS,
});
// Everything is written by now. What somebody else left open must not keep Dagster waiting.
process.exit(exitCode);
