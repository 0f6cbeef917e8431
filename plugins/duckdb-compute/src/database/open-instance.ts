import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import type { DuckDBConfig } from "../config/duckdb-config.ts";
import { isOpeningSetting } from "../config/setting-names.ts";
import { driver } from "../driver.ts";
import { folderError, openError } from "../errors/open-error.ts";
import { canonicalPath, databasePath, IN_MEMORY } from "./database-path.ts";
import { openOptions } from "./open-options.ts";

/**
 * Opens the database. A file is opened once per process, however often this is called: the lock on it
 * belongs to the process, and closing a second instance of the same file would lose it for the first. It is
 * released when the last instance is closed.
 *
 * @throws DuckDBError saying what is wrong with the file, its folder or the settings.
 */
export async function openInstance(config: DuckDBConfig, baseDir: string): Promise<DuckDBInstance> {
  const stated = databasePath(config, baseDir);
  try {
    const options = openOptions(config);
    if (stated === IN_MEMORY) return await driver.DuckDBInstance.create(IN_MEMORY, options);
    return await driver.DuckDBInstance.fromCache(await findFile(stated, config.readOnly), options);
  } catch (error) {
    throw openError(error, stated, Object.keys(config.settings).filter(isOpeningSetting));
  }
}

/** The file's one path. A new database gets the folder it asks for; one that is only to be read makes none. */
async function findFile(stated: string, readOnly: boolean): Promise<string> {
  const folder = path.dirname(stated);
  try {
    if (!readOnly) await mkdir(folder, { recursive: true });
    return await canonicalPath(stated);
  } catch (error) {
    if (isFolderFault(error)) throw folderError(stated, folder, error);
    throw error;
  }
}

function isFolderFault(error: unknown): boolean {
  const codes: readonly unknown[] = ["ENOENT", "ENOTDIR", "EEXIST", "EACCES", "EPERM", "EROFS"];
  return error instanceof Error && "code" in error && codes.includes(error.code);
}
