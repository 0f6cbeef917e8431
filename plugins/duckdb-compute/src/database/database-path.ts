import { realpath } from "node:fs/promises";
import path from "node:path";
import type { Attachment, DuckDBConfig } from "../config/duckdb-config.ts";

/** What DuckDB calls a database that lives in this process only. */
export const IN_MEMORY = ":memory:";

/** Where the database is: `:memory:`, or an absolute path. */
export function databasePath({ path: stated }: Pick<DuckDBConfig, "path">, baseDir: string): string {
  return stated === IN_MEMORY ? IN_MEMORY : path.resolve(baseDir, stated);
}

/** The absolute path of an attached database that is a file of this machine; undefined for any other. */
export function attachedFile({ path: stated, type = "duckdb" }: Attachment, baseDir: string): string | undefined {
  const text = stated.reveal();
  const isFile = /^(?:duckdb|sqlite)$/i.test(type) && !/^(?:[a-z][a-z0-9+.-]+:|:)/i.test(text);
  return isFile ? path.resolve(baseDir, text) : undefined;
}

/**
 * The one path of a file that may have several names, and need not exist yet: by it DuckDB recognises that
 * this process has the file open already. Rejects with the file system's error if its folder does not exist.
 */
export async function canonicalPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    // No such file yet, or a dangling link: its folder's real path is what counts.
    return path.join(await realpath(path.dirname(file)), path.basename(file));
  }
}
