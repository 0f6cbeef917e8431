import { isPluginError, reasonOf, type StepError } from "floe-core";
import { StepProcessError } from "../errors/step-process-error.ts";
import { withoutBootstrap } from "../pipes/find-bootstrap.ts";
import type { Streams } from "../pipes/open-writer.ts";
import { openPipes, type PipesSession } from "../pipes/pipes-session.ts";
import { failureException } from "./failure-exception.ts";
import { readRecords } from "./read-records.ts";
import { readStepFiles } from "./read-step-files.ts";
import { reportSuccess } from "./report-success.ts";
import { runFloe, type FloeRequest } from "./run-floe.ts";
import type { StepInterruption } from "./step-interruption.ts";

/** What the process of a step is given. */
export interface StepHost extends Streams, Pick<FloeRequest, "env" | "graceMs" | "parentWatch"> {
  /** Without the names of the executable and the script. */
  readonly args: readonly string[];
  readonly interruption: Pick<StepInterruption, "signal" | "exitCode">;
}

/**
 * `floe-dagster-step <floe.json> <transform>`: runs `floe step` and tells Dagster what comes of it. Started by hand it does
 * the same and tells nobody. Resolves with what the process has to end with, 0 for nothing but a success that was reported.
 */
export async function runStepProcess(host: StepHost): Promise<number> {
  const [file, transform, ...others] = withoutBootstrap(host.args);
  if (file === undefined || transform === undefined || others.length > 0) {
    host.stderr.write("Usage: floe-dagster-step <floe.json> <transform>\n");
    return 2;
  }
  let session: PipesSession | undefined;
  let failure: StepError | undefined;
  try {
    session = await openPipes(host);
    failure = await runStep(host, file, transform, session);
    if (failure === undefined) await session?.close();
  } catch (error) {
    failure = describe(error);
    host.stderr.write(`error: ${failure.message}\n${failure.hint ? `  ${failure.hint}\n` : ""}`);
  }
  if (failure === undefined) return 0;
  await session?.close(failureException(failure)).catch((error: unknown) => {
    // Dagster sees from the exit code that the step failed, whatever it was told.
    host.stderr.write(`error: ${reasonOf(error)}\n`);
  });
  return host.interruption.exitCode ?? 1;
}

/** Answers what `floe step` failed with, which it has printed; undefined if the step was made and reported. */
async function runStep(host: StepHost, file: string, transform: string, session: PipesSession | undefined): Promise<StepError | undefined> {
  const { env, graceMs, parentWatch, interruption, stderr } = host;
  const files = await readStepFiles(file, transform);
  const onStderr = async (pieces: AsyncIterable<string>): Promise<void> => {
    for await (const { level, message, text } of readRecords(pieces)) {
      stderr.write(text);
      await session?.printed("stderr", text);
      if (message !== "") await session?.log(level, message);
    }
  };
  try {
    const outcome = await runFloe({ files, env, signal: interruption.signal, graceMs, parentWatch, onStderr });
    if (outcome.status === "failed" && !interruption.signal.aborted) return outcome.error;
    interruption.signal.throwIfAborted();
    if (outcome.status === "succeeded" && session !== undefined) await reportSuccess(session, outcome.output, files);
    interruption.signal.throwIfAborted();
    return undefined;
  } catch (error) {
    // Whatever an interrupted process then says, it was the interruption.
    if (!interruption.signal.aborted) throw error;
    throw new StepProcessError({ transform, reason: reasonOf(interruption.signal.reason), cause: error });
  }
}

function describe(error: unknown): StepError {
  if (isPluginError(error)) return { code: error.code, message: error.message, hint: error.hint };
  return { code: "FLOE_UNEXPECTED", message: reasonOf(error) };
}
