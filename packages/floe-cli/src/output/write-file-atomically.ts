import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { OutputFileError } from "./output-file-error.ts";

/**
 * Writes a file so that whoever reads it meets the old text or the whole new one. The text goes to a temporary
 * file in the same folder first, which is gone afterwards in any case.
 *
 * @param file Absolute. Its folder has to exist.
 * @throws OutputFileError if it cannot be written.
 */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, file);
  } catch (error) {
    // Best effort: where it cannot be removed it could not be made either, and the first error says why.
    await rm(temporary, { force: true }).catch(() => {});
    throw new OutputFileError(file, error);
  }
}
