import type { RunResult, ShutdownReport } from "floe-core";
import { loadPlatform, type Platform } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { runDocument, type RunOutcome } from "../json/run-document.ts";
import { chooseProgress } from "../progress/choose-progress.ts";
import { renderHealth } from "../render/render-health.ts";
import { renderProductPlugins } from "../render/render-plugins.ts";
import { displayPath } from "../render/render-problems.ts";
import { renderRunSummary } from "../render/render-run-summary.ts";
import { renderStepErrors, renderSteps } from "../render/render-steps.ts";
import type { CommandContext } from "./command-context.ts";

/** The arguments of `floe run`. */
export interface RunArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Names of transforms; undefined means all. */
  readonly select: readonly string[] | undefined;
}

/**
 * `floe run`: loads, starts, probes, runs and stops a product. What was started is stopped, whatever happens.
 *
 * @throws PlatformFileError, TransformNotFoundError, PlatformStartError; the signal's reason when interrupted
 *   before the run began.
 */
export async function runCommand(args: RunArguments, context: CommandContext): Promise<ExitCode> {
  const { host, options, output, logger, signal } = context;
  const began = performance.now();
  const platform = await loadPlatform(args.file, { cwd: options.cwd, env: host.env, logger, signal });
  platform.select(args.select);
  const file = platform.file ?? args.file;
  output.detail(`${output.theme.bold(platform.name)} ${output.theme.dim(displayPath(file, options.cwd))}\n`);
  output.detail(`${renderProductPlugins(platform.plugins, output.theme)}\n`);
  let outcome: Pick<RunOutcome, "health" | "run">;
  let shutdown: ShutdownReport;
  try {
    outcome = await startAndRun(platform, args, context);
  } finally {
    shutdown = await stop(platform, context);
  }
  const durationMs = performance.now() - began;
  const { hash } = platform.compile();
  output.json(runDocument({ name: platform.name, file, hash, plugins: platform.plugins, ...outcome, shutdown, durationMs }));
  report(outcome.run, durationMs, context);
  return outcome.run.status === "succeeded" ? ExitCode.OK : ExitCode.FAILED;
}

async function startAndRun(
  platform: Platform,
  { select }: RunArguments,
  { host, options, output, signal }: CommandContext,
): Promise<Pick<RunOutcome, "health" | "run">> {
  await platform.start({ signal });
  const health = await platform.health({ signal });
  output.detail(`${renderHealth(health, output.theme)}\n`);
  const progress = await chooseProgress(host, output, options);
  try {
    const run = await platform.run({ select, signal, onEvent: (event) => progress.event(event) });
    return { health, run };
  } finally {
    progress.end();
  }
}

/** Stops the plugins; one that does not stop well is told of and spoils nothing else. */
async function stop(platform: Platform, { output, logger }: CommandContext): Promise<ShutdownReport> {
  const shutdown = await platform.stop();
  for (const { key, error } of shutdown.plugins) {
    if (error !== undefined) logger.warn(error.message, { plugin: key });
  }
  const stopped = shutdown.plugins.filter(({ error }) => error === undefined).map(({ key }) => key);
  if (stopped.length > 0) output.note(output.errorTheme.dim(`stopped ${stopped.join(", ")}`));
  return shutdown;
}

function report(run: RunResult, durationMs: number, { output }: CommandContext): void {
  output.result(renderSteps(run.steps, output.theme));
  output.result(`\n${renderRunSummary(run, durationMs, output.theme)}`);
  const errors = renderStepErrors(run.steps, output.errorTheme);
  if (errors !== "") output.failure(errors);
}
