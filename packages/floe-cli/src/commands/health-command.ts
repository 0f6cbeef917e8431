import path from "node:path";
import type { ActivationReport, HealthReport } from "floe-core";
import { loadPlatform, type Platform } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { healthDocument } from "../json/health-document.ts";
import { renderHealth, renderHealthSummary } from "../render/render-health.ts";
import { renderStartFailures } from "../render/render-start-failures.ts";
import { chooseHealthView, type WatchedProduct } from "../watch/choose-health-view.ts";
import type { CommandContext } from "./command-context.ts";
import { pause } from "./pause.ts";
import { platformOptions } from "./platform-options.ts";
import { stopPlatform } from "./stop-platform.ts";

/** The arguments of `floe health`. */
export interface HealthArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Checks again and again, so many milliseconds after the last check ended; undefined means once. */
  readonly everyMs: number | undefined;
}

/** A product with its plugins up, as far as they came up. */
interface StartedProduct {
  readonly platform: Platform;
  readonly product: WatchedProduct;
  readonly start: ActivationReport;
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
  const platform = await loadPlatform(file, platformOptions(context));
  const product = { name: platform.name, file: path.resolve(options.cwd, file) };
  try {
    const start = await platform.start({ policy: "optional", signal });
    signal.throwIfAborted();
    const failures = renderStartFailures(start, output.errorTheme);
    if (failures !== "") output.failure(failures);
    const started = { platform, product, start };
    return everyMs === undefined ? await checkOnce(started, context) : await watch(started, everyMs, context);
  } finally {
    await stopPlatform(platform, context);
  }
}

async function checkOnce({ platform, product, start }: StartedProduct, { output, signal }: CommandContext): Promise<ExitCode> {
  const health = await platform.health({ signal });
  signal.throwIfAborted();
  output.json(healthDocument({ product, start, health }));
  output.result(`${renderHealth(health, output.theme)}\n\n${renderHealthSummary(health, output.theme)}`);
  return exitCodeOf(health);
}

/** Ends when the signal is aborted, with what the last report came to. */
async function watch(
  { platform, product, start }: StartedProduct,
  everyMs: number,
  { host, output, options, signal }: CommandContext,
): Promise<ExitCode> {
  const view = await chooseHealthView(host, output, options, product);
  let exitCode: ExitCode = ExitCode.OK;
  try {
    do {
      const health = await platform.health({ signal });
      // Given up halfway, it says nothing of the plugins.
      if (signal.aborted) break;
      output.jsonLine(healthDocument({ product, start, health }));
      view.show(health);
      exitCode = exitCodeOf(health);
    } while (await pause(everyMs, signal));
  } finally {
    view.end();
  }
  return exitCode;
}

function exitCodeOf({ overall }: HealthReport): ExitCode {
  return overall === "unhealthy" ? ExitCode.FAILED : ExitCode.OK;
}
