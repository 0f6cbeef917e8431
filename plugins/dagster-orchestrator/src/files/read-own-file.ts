import { lstat, readFile } from "node:fs/promises";
import { reasonOf } from "floe-core";
import { CodeLocationError } from "../errors/code-location-error.ts";

/**
 * The text of a file that may be replaced; undefined if there is none.
 *
 * @throws CodeLocationError if it is no plain file, or cannot be read. A link is not followed: it may lead to what is
 * not floe's.
 */
export async function readOwnFile(file: string): Promise<string | undefined> {
  try {
    const status = await lstat(file);
    if (status.isFile()) return await readFile(file, "utf8");
    const what = status.isSymbolicLink() ? "a symbolic link" : status.isDirectory() ? "a folder" : "no file";
    throw new CodeLocationError({ verb: "replace", file, reason: `it is ${what}`, hint: "Move it away, or choose another folder." });
  } catch (error) {
    if (error instanceof CodeLocationError) throw error;
    if (isMissing(error)) return undefined;
    const hint = "Name a folder that this process may read and write.";
    throw new CodeLocationError({ verb: "read", file, reason: reasonOf(error), hint, cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
