import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { chmod, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { OutputFileError } from "./output-file-error.ts";

/**
 * Writes a file so that whoever reads it meets the old text or the whole new one. The text goes to a temporary
 * file in the same folder first, which is gone afterwards in any case. Links are followed, and a file that is there
 * keeps its mode. What is no file, for example `/dev/stdout` or a named pipe, is written to as it is.
 *
 * @param file Absolute. Its folder has to exist.
 * @throws OutputFileError if it cannot be written.
 */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  try {
    const existing = await unlessMissing(stat(file));
    if (existing === undefined || existing.isFile() || existing.isDirectory()) {
      await replace(await targetOf(file), text, existing);
    } else await writeFile(file, text);
  } catch (error) {
    throw new OutputFileError(file, error);
  }
}

async function replace(file: string, text: string, existing: Stats | undefined): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text, { flush: true, mode: existing?.mode ?? 0o666 });
    // The process's umask may have taken away what the old file had.
    if (existing !== undefined) await chmod(temporary, existing.mode & 0o7777);
    await rename(temporary, file);
  } catch (error) {
    // Best effort: where it cannot be removed it could not be made either, and the first error says why.
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** Where a path leads, through all links, whether or not there is a file yet. */
async function targetOf(file: string): Promise<string> {
  const real = await unlessMissing(realpath(file));
  if (real !== undefined) return real;
  const folder = await realpath(path.dirname(file));
  const name = path.join(folder, path.basename(file));
  const link = await unlessMissing(readlink(name));
  return link === undefined ? name : targetOf(path.resolve(folder, link));
}

async function unlessMissing<Result>(answer: Promise<Result>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
