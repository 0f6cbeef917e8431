import { createPlatformSchema } from "floe-platform";
import { ExitCode } from "../cli/exit-code.ts";
import { unlessAborted } from "../cli/unless-aborted.ts";
import { schemaDocument } from "../json/schema-document.ts";
import type { CommandContext } from "./command-context.ts";
import { saveJson } from "./save-json.ts";

/** The arguments of `floe schema`. */
export interface SchemaArguments {
  /** Where to write the schema; undefined prints it. */
  readonly output: string | undefined;
}

/**
 * `floe schema`: the JSON Schema of floe.yaml, with the configuration of every plugin that is installed here.
 *
 * @throws OutputFileError; the signal's reason.
 */
export async function schemaCommand(args: SchemaArguments, context: CommandContext): Promise<ExitCode> {
  const { options, output, logger, signal } = context;
  const { schema, skipped } = await unlessAborted(createPlatformSchema({ cwd: options.cwd, logger }), signal);
  const { text, file } = await saveJson(schema, args.output, context);
  output.json(schemaDocument({ schema, skipped }, file));
  output.result(file ?? text);
  for (const { key, reason } of skipped) {
    output.note(`${output.errorTheme.yellow("not described")}: ${key}: ${reason}`);
  }
  return ExitCode.OK;
}
