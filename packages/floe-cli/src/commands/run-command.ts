import path from "node:path";
import type { ActivationReport, HealthReport, RunResult } from "floe-core";
import { PlatformStartError, type Platform } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { runDocument } from "../json/run-document.ts";
import { startReportDocument } from "../json/start-report-document.ts";
import { checkOutputFolder } from "../output/check-output-folder.ts";
import { writeFileAtomically } from "../output/write-file-atomically.ts";
import { chooseProgress } from "../progress/choose-progress.ts";
import { watchStart } from "../progress/watch-start.ts";
import { renderHealth } from "../render/render-health.ts";
import { renderProductPlugins } from "../render/render-plugins.ts";
import { displayPath } from "../render/render-problems.ts";
import { renderRunSummary } from "../render/render-run-summary.ts";
import { renderStartFailures } from "../render/render-start-failures.ts";
import { renderStepErrors, renderSteps } from "../render/render-steps.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";
import { untilStopped, type OrStopped } from "./until-stopped.ts";

/** The arguments of `floe run`. */
export interface RunArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Selectors of transforms; undefined means all. */
  readonly select: readonly string[] | undefined;
  /** Where to write how the plugins started, from the working directory; undefined means nowhere. */
  readonly report: string | undefined;
}

/**
 * `floe run`: loads, starts, probes, runs and stops a product. What was started is stopped, whatever happens.
 *
 * @throws PlatformFileError, TransformNotFoundError, PlatformStartError, SecretUnavailableError, OutputFileError;
 *   the signal's reason when interrupted before the run began.
 */
export async function runCommand(args: RunArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output } = context;
  const began = performance.now();
  const platform = await openPlatform(args.file, context);
  platform.select(args.select);
  if (args.report !== undefined) await checkOutputFolder(path.resolve(options.cwd, args.report));
  const file = platform.file ?? args.file;
  output.detail(`${output.theme.bold(platform.name)} ${output.theme.dim(displayPath(file, options.cwd))}\n`);
  output.detail(`${renderProductPlugins(platform.plugins, output.theme)}\n`);
  const { result: outcome, shutdown } = await untilStopped(platform, context, async (orStopped) => {
    const startup = await start(platform, orStopped, args, context);
    return { startup, ...(await probeAndRun(platform, orStopped, args, context)) };
  });
  const durationMs = performance.now() - began;
  const { hash } = platform.compile();
  output.json(runDocument({ name: platform.name, file, hash, plugins: platform.plugins, ...outcome, shutdown, durationMs }));
  report(outcome.run, durationMs, context);
  return outcome.run.status === "succeeded" ? ExitCode.OK : ExitCode.FAILED;
}

/** Starts the plugins, and leaves the report that was asked for whether they start or not. */
async function start(
  platform: Platform,
  orStopped: OrStopped,
  args: RunArguments,
  context: CommandContext,
): Promise<ActivationReport> {
  const { output, logger, signal } = context;
  const endWatch = watchStart(platform, output);
  try {
    const startup = await orStopped(platform.start({ signal }));
    await writeReport(startup, args, context);
    const failures = renderStartFailures(startup, output.errorTheme);
    if (failures !== "") output.failure(`${failures}\n${output.errorTheme.yellow("going on without what is optional")}`);
    return startup;
  } catch (error) {
    if (error instanceof PlatformStartError) {
      // Why the plugins did not start matters more than that this cannot be read in a file.
      await writeReport(error.report, args, context).catch((unwritten: unknown) =>
        logger.error("There is no report of the start", { error: unwritten }),
      );
    }
    throw error;
  } finally {
    endWatch();
  }
}

async function writeReport(startup: ActivationReport, { report: file }: RunArguments, { options }: CommandContext): Promise<void> {
  if (file === undefined) return;
  const text = JSON.stringify(startReportDocument(startup), null, 2);
  await writeFileAtomically(path.resolve(options.cwd, file), `${text}\n`);
}

async function probeAndRun(
  platform: Platform,
  orStopped: OrStopped,
  { select }: RunArguments,
  { host, options, output, signal }: CommandContext,
): Promise<{ health: HealthReport; run: RunResult }> {
  const health = await orStopped(platform.health({ signal }));
  output.detail(`${renderHealth(health, output.theme)}\n`);
  const progress = await chooseProgress(host, output, options);
  try {
    const run = await orStopped(platform.run({ select, signal, onEvent: (event) => progress.event(event) }));
    return { health, run };
  } finally {
    progress.end();
  }
}

function report(run: RunResult, durationMs: number, { output }: CommandContext): void {
  output.result(renderSteps(run.steps, output.theme));
  output.result(`\n${renderRunSummary(run, durationMs, output.theme)}`);
  const errors = renderStepErrors(run.steps, output.errorTheme);
  if (errors !== "") output.failure(errors);
}
