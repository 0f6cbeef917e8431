import path from "node:path";
import type { ActivationReport, HealthReport } from "floe-core";
import { ExitCode } from "../cli/exit-code.ts";
import { healthDocument } from "../json/health-document.ts";
import { renderHealth, renderHealthSummary } from "../render/render-health.ts";
import { renderStartFailures } from "../render/render-start-failures.ts";
import { chooseHealthView, type WatchedProduct } from "../watch/choose-health-view.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";
import { pause } from "./pause.ts";
import { untilStopped } from "./until-stopped.ts";

/** The arguments of `floe health`. */
export interface HealthArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Checks again and again, so many milliseconds after the last check ended; undefined means once. */
  readonly everyMs: number | undefined;
}

/** A product with its plugins up, as far as they came up. */
interface StartedProduct {
  readonly product: WatchedProduct;
  readonly startup: ActivationReport;
  readonly check: () => Promise<HealthReport>;
}

/**
 * `floe health`: starts the plugins, asks each how it is and stops them again. One that does not start hides none
 * of the others.
 *
 * @throws PlatformFileError, SecretUnavailableError; the signal's reason when interrupted before the first check
 *   was done.
 */
export async function healthCommand({ file, everyMs }: HealthArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output, signal } = context;
  const platform = await openPlatform(file, context);
  const product = { name: platform.name, file: path.resolve(options.cwd, file) };
  const { result } = await untilStopped(platform, context, async (orStopped) => {
    const startup = await orStopped(platform.start({ policy: "optional", signal }));
    signal.throwIfAborted();
    const failures = renderStartFailures(startup, output.errorTheme);
    if (failures !== "") output.failure(failures);
    const check = (): Promise<HealthReport> => orStopped(platform.health({ signal }));
    const started = { product, startup, check };
    return everyMs === undefined ? checkOnce(started, context) : watch(started, everyMs, context);
  });
  return result;
}

async function checkOnce({ product, startup, check }: StartedProduct, { output, signal }: CommandContext): Promise<ExitCode> {
  const health = await check();
  signal.throwIfAborted();
  output.json(healthDocument({ product, startup, health }));
  output.result(`${renderHealth(health, output.theme)}\n\n${renderHealthSummary(health, output.theme)}`);
  return exitCodeOf(health);
}

/** Ends when the signal is aborted, with what the last report came to. */
async function watch(
  { product, startup, check }: StartedProduct,
  everyMs: number,
  { host, output, options, signal }: CommandContext,
): Promise<ExitCode> {
  const view = await chooseHealthView(host, output, options, product);
  // To watch for no one is of no use.
  const ended = AbortSignal.any([signal, host.stdoutClosed]);
  let exitCode: ExitCode = ExitCode.OK;
  try {
    do {
      const health = await check();
      // Given up halfway, it says nothing of the plugins.
      if (signal.aborted) break;
      output.jsonLine(healthDocument({ product, startup, health }));
      view.show(health);
      exitCode = exitCodeOf(health);
    } while (await pause(everyMs, ended));
  } finally {
    view.end();
  }
  return exitCode;
}

function exitCodeOf({ overall }: HealthReport): ExitCode {
  return overall === "unhealthy" ? ExitCode.FAILED : ExitCode.OK;
}
