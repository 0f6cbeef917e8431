import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import { DuckDBError } from "../errors/duckdb-error.ts";
import { folderError } from "../errors/open-error.ts";

/**
 * Whether the database file is there; looks without opening it, so that no lock is taken and nothing made.
 *
 * @throws DuckDBError if it is not there and cannot be made: its folder, or the nearest one above it that
 * exists, may not be written, or the database is only to be read.
 */
export async function checkFile(file: string, readOnly: boolean): Promise<boolean> {
  if (await isThere(file)) return true;
  if (readOnly) {
    throw new DuckDBError("FLOE_DUCKDB_OPEN", `Cannot open database ${file}: it does not exist, and readOnly makes none`, {
      hint: "Correct path, or set readOnly to false.",
    });
  }
  let folder = path.dirname(file);
  while (!(await isThere(folder))) folder = path.dirname(folder);
  try {
    await access(`${folder}${path.sep}`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderError(file, folder, error);
  }
  return false;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return false;
    throw error;
  }
}
