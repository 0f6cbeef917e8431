import path from "node:path";
import type { Platform, ServeEvent } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { pluginSummary } from "../json/plugin-summary.ts";
import { serveDocument } from "../json/serve-document.ts";
import { watchStart } from "../progress/watch-start.ts";
import { renderProductPlugins } from "../render/render-plugins.ts";
import { displayPath } from "../render/render-problems.ts";
import { renderServeEvent } from "../render/render-serve-event.ts";
import { renderServeTime, type ServeTime } from "../render/render-serve-time.ts";
import { renderStepErrors } from "../render/render-steps.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";
import { untilStopped } from "./until-stopped.ts";

/** The arguments of `floe serve`. */
export interface ServeArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
}

/**
 * `floe serve`: runs a product by its schedule until the signal is aborted. What was started is stopped, whatever
 * happens.
 *
 * @throws PlatformFileError, also for a product without a schedule; PlatformStartError, SecretUnavailableError;
 *   the signal's reason when interrupted before the plugins were up.
 */
export async function serveCommand(args: ServeArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output, signal } = context;
  const platform = await openPlatform(args.file, context);
  introduce(platform, path.resolve(options.cwd, args.file), context);
  const time = renderServeTime(platform.compile().schedule?.timezone ?? "UTC");
  const endWatch = watchStart(platform, output);
  const onEvent = (event: ServeEvent): void => {
    endWatch();
    show(event, time, context);
  };
  const { shutdown } = await untilStopped(platform, context, (orStopped) =>
    orStopped(platform.serve({ signal, onEvent })).finally(endWatch),
  );
  output.jsonLine(serveDocument({ type: "stopped", at: new Date().toISOString(), shutdown }));
  return ExitCode.OK;
}

/** Says what is going to be served, if anything is: without a schedule there is an error to come. */
function introduce(platform: Platform, file: string, { options, output }: CommandContext): void {
  const { schedule, hash } = platform.compile();
  if (schedule === undefined) return;
  const { name, plugins } = platform;
  const product = { name, file, hash };
  const at = new Date().toISOString();
  output.jsonLine(serveDocument({ type: "serving", at, product, schedule, plugins: plugins.map(pluginSummary) }));
  const when = `${schedule.cron} ${schedule.timezone}`;
  output.detail(`${output.theme.bold(name)} ${output.theme.dim(displayPath(file, options.cwd))}, ${when}\n`);
  output.detail(`${renderProductPlugins(plugins, output.theme)}\n`);
}

/** Runs are results; a run that was missed or failed is said even where only errors are wanted. */
function show(event: ServeEvent, time: ServeTime, { options, output }: CommandContext): void {
  output.jsonLine(serveDocument(event));
  if (event.type === "progress" && !options.verbose) return;
  const theme = event.type === "finished" ? output.theme : output.errorTheme;
  const text = renderServeEvent(event, time, theme);
  if (text === undefined) return;
  if (event.type === "finished") {
    output.result(text);
    const errors = renderStepErrors(event.result.steps, output.errorTheme);
    if (errors !== "") output.failure(errors);
  } else if (event.type === "failed" || event.type === "missed") output.failure(text);
  else output.note(text);
}
