import path from "node:path";
import { ExitCode } from "../cli/exit-code.ts";
import { compileDocument } from "../json/compile-document.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";
import { saveJson } from "./save-json.ts";
import { untilStopped } from "./until-stopped.ts";

/** The arguments of `floe compile`. */
export interface CompileArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Where to write the artifacts, from the working directory; undefined prints them. */
  readonly output: string | undefined;
  /** The folder to write the orchestrator's entry file into, from the working directory; undefined writes none. */
  readonly entryPoint: string | undefined;
}

/**
 * `floe compile`: the artifacts of a product, from which `floe step` runs one transform. Starts nothing, but for the
 * orchestrator if its entry file is asked for; that is stopped again.
 *
 * @throws PlatformFileError, OutputFileError; what `Platform.writeEntryPoint` throws.
 */
export async function compileCommand(args: CompileArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output, signal } = context;
  const platform = await openPlatform(args.file, context);
  const artifacts = platform.compile();
  const { text, file } = await saveJson(artifacts, args.output, context);
  const folder = args.entryPoint === undefined ? undefined : path.resolve(options.cwd, args.entryPoint);
  const entryPoint =
    folder === undefined
      ? undefined
      : (await untilStopped(platform, context, (orStopped) => orStopped(platform.writeEntryPoint(folder, { signal })))).result;
  output.json(compileDocument(artifacts, { file, entryPoint }));
  const written = [file, entryPoint].filter((path) => path !== undefined);
  output.result(written.length === 0 ? text : written.join("\n"));
  return ExitCode.OK;
}
