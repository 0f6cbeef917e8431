import { ExitCode } from "../cli/exit-code.ts";
import { compileDocument } from "../json/compile-document.ts";
import type { CommandContext } from "./command-context.ts";
import { openPlatform } from "./open-platform.ts";
import { saveJson } from "./save-json.ts";

/** The arguments of `floe compile`. */
export interface CompileArguments {
  /** The platform file, from the working directory. */
  readonly file: string;
  /** Where to write the artifacts; undefined prints them. */
  readonly output: string | undefined;
}

/**
 * `floe compile`: the artifacts of a product, from which `floe step` runs one transform. Starts nothing.
 *
 * @throws PlatformFileError, OutputFileError.
 */
export async function compileCommand(args: CompileArguments, context: CommandContext): Promise<ExitCode> {
  const platform = await openPlatform(args.file, context);
  const artifacts = platform.compile();
  const { text, file } = await saveJson(artifacts, args.output, context);
  context.output.json(compileDocument(artifacts, file));
  context.output.result(file ?? text);
  return ExitCode.OK;
}
