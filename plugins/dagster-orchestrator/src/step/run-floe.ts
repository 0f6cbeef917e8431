import process from "node:process";
import { StepProcessError } from "../errors/step-process-error.ts";
import { PIPES_VARIABLES } from "../pipes/find-bootstrap.ts";
import { parseStepDocument, type StepOutcome } from "./parse-step-document.ts";
import type { StepFiles } from "./read-step-files.ts";
import { resolveFloeCli } from "./resolve-floe-cli.ts";
import { runChild } from "./run-child.ts";

/** How `floe step` is started. */
export interface FloeRequest {
  readonly files: Pick<StepFiles, "asset" | "artifacts" | "root">;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** How long it may take to end when it is interrupted, in milliseconds. */
  readonly graceMs: number;
  /** What it imports to end when this process is gone. */
  readonly parentWatch: URL;
  readonly onStderr: (pieces: AsyncIterable<string>) => Promise<void>;
}

/**
 * Runs `floe step` for one transform. A failure that it tells of is a result.
 *
 * @throws StepSetupError; StepProcessError if it does not end as its result says, or without one.
 */
export async function runFloe({ files, env, signal, graceMs, parentWatch, onStderr }: FloeRequest): Promise<StepOutcome> {
  const { transform } = files.asset;
  const cli = resolveFloeCli(files.root, transform);
  const end = await runChild({
    command: process.execPath,
    args: [...process.execArgv, "--import", parentWatch.href, cli, "step", files.artifacts, transform, "--json", "--no-color"],
    cwd: files.root,
    env: withoutPipes(env),
    signal,
    graceMs,
    onStderr,
  });
  const outcome = parseStepDocument(end.stdout, transform);
  const isBelievable = outcome?.status === "failed" || end.exitCode === 0;
  if (outcome !== undefined && isBelievable) return outcome;
  const how = end.signal === null ? `ended with code ${end.exitCode ?? "unknown"}` : `was ended by ${end.signal}`;
  const what = outcome === undefined ? " and printed no result" : ", although it printed a result";
  const hint = end.signal === "SIGKILL" ? "The system may have run out of memory: give the step more, or set the engine a lower limit." : "";
  throw new StepProcessError({ transform, reason: `floe step ${how}${what}`, hint });
}

/** The session is ours: a second writer would end it for both. */
function withoutPipes(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const variables: readonly string[] = Object.values(PIPES_VARIABLES);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !variables.includes(name)));
}
