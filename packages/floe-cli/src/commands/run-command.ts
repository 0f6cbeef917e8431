import path from "node:path";
import type { ActivationReport, HealthReport, RunResult, ShutdownReport } from "floe-core";
import { loadPlatform, PlatformStartError, type Platform } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { runDocument } from "../json/run-document.ts";
import { startReportDocument } from "../json/start-report-document.ts";
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
import { platformOptions } from "./platform-options.ts";
import { stopPlatform } from "./stop-platform.ts";

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
  const platform = await loadPlatform(args.file, platformOptions(context));
  platform.select(args.select);
  const file = platform.file ?? args.file;
  output.detail(`${output.theme.bold(platform.name)} ${output.theme.dim(displayPath(file, options.cwd))}\n`);
  output.detail(`${renderProductPlugins(platform.plugins, output.theme)}\n`);
  let outcome: { startup: ActivationReport; health: HealthReport; run: RunResult };
  let shutdown: ShutdownReport;
  try {
    const startup = await start(platform, args, context);
    outcome = { startup, ...(await probeAndRun(platform, args, context)) };
  } finally {
    shutdown = await stopPlatform(platform, context);
  }
  const durationMs = performance.now() - began;
  const { hash } = platform.compile();
  output.json(runDocument({ name: platform.name, file, hash, plugins: platform.plugins, ...outcome, shutdown, durationMs }));
  report(outcome.run, durationMs, context);
  return outcome.run.status === "succeeded" ? ExitCode.OK : ExitCode.FAILED;
}

/** Starts the plugins, and leaves the report that was asked for whether they start or not. */
async function start(platform: Platform, args: RunArguments, context: CommandContext): Promise<ActivationReport> {
  const { output, signal } = context;
  const endWatch = watchStart(platform, output);
  try {
    const startup = await platform.start({ signal });
    await writeReport(startup, args, context);
    const failures = renderStartFailures(startup, output.errorTheme);
    if (failures !== "") output.failure(`${failures}\n${output.errorTheme.yellow("going on without what is optional")}`);
    return startup;
  } catch (error) {
    if (error instanceof PlatformStartError) await writeReport(error.report, args, context);
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
  { select }: RunArguments,
  { host, options, output, signal }: CommandContext,
): Promise<{ health: HealthReport; run: RunResult }> {
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

function report(run: RunResult, durationMs: number, { output }: CommandContext): void {
  output.result(renderSteps(run.steps, output.theme));
  output.result(`\n${renderRunSummary(run, durationMs, output.theme)}`);
  const errors = renderStepErrors(run.steps, output.errorTheme);
  if (errors !== "") output.failure(errors);
}
