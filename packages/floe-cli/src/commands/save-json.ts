import path from "node:path";
import { writeFileAtomically } from "../output/write-file-atomically.ts";
import type { CommandContext } from "./command-context.ts";

/** A result that is data: as the file that was asked for, or as text. */
export interface SavedJson {
  /** Indented, without a line feed at its end. */
  readonly text: string;
  /** Where it was written, absolute; undefined if no file was asked for. */
  readonly file: string | undefined;
}

/**
 * Writes data as JSON to the file of `--output`, if there is one.
 *
 * @throws OutputFileError if it cannot be written.
 */
export async function saveJson(value: unknown, output: string | undefined, { options }: Pick<CommandContext, "options">): Promise<SavedJson> {
  const text = JSON.stringify(value, null, 2);
  if (output === undefined) return { text, file: undefined };
  const file = path.resolve(options.cwd, output);
  await writeFileAtomically(file, `${text}\n`);
  return { text, file };
}
