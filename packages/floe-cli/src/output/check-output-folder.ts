import { stat } from "node:fs/promises";
import path from "node:path";
import { OutputFileError } from "./output-file-error.ts";

/**
 * Finds out before anything is done for it that a file has no folder to be written to.
 *
 * @param file Absolute.
 * @throws OutputFileError.
 */
export async function checkOutputFolder(file: string): Promise<void> {
  try {
    // With the separator only a folder will do.
    await stat(path.dirname(file) + path.sep);
  } catch (error) {
    throw new OutputFileError(file, error);
  }
}
