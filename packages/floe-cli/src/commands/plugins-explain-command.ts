import { silentLogger } from "floe-core";
import type { Platform } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { explain } from "../explain/explain.ts";
import { isGoodNews } from "../explain/explanation.ts";
import { pluginsExplainDocument } from "../json/plugins-explain-document.ts";
import { renderExplanation } from "../render/render-explanation.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";

/** The arguments of `floe plugins explain`. */
export interface PluginsExplainArguments {
  /** A plugin, a package or a name. */
  readonly what: string;
  /** The platform file, from the working directory; undefined: `floe.yaml`, if there is one. */
  readonly file: string | undefined;
  /** Whether the plugin's code may be imported. */
  readonly load: boolean;
}

/**
 * `floe plugins explain`: everything there is to know of a plugin or a package. Ends with 0 for what is found,
 * accepted and loads, else with 1. Starts nothing.
 */
export async function pluginsExplainCommand(args: PluginsExplainArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output, signal } = context;
  const { cwd, verbose } = options;
  // What discovery and loading would log is in the answer.
  const logger = verbose ? context.logger : silentLogger;
  const open = (file: string): Promise<Platform> => openPlatform(file, { ...context, logger });
  const explanation = await explain({ ...args, cwd, open, logger, signal });
  output.json(pluginsExplainDocument(explanation));
  output.result(renderExplanation(explanation, { cwd, theme: output.theme }));
  return isGoodNews(explanation) ? ExitCode.OK : ExitCode.FAILED;
}
