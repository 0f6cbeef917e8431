import { DuckDBError } from "./duckdb-error.ts";
import { readDriverFailure } from "./driver-failure.ts";

/** Why a database could not be opened, in terms of what to do about it. */
export function openError(thrown: unknown, file: string, openingSettings: readonly string[] = []): DuckDBError {
  if (thrown instanceof DuckDBError) return thrown;
  const { message } = readDriverFailure(thrown);
  const what = `Cannot open database ${file}`;
  if (/Could not set lock on file/.test(message)) {
    const [, holder = ""] = /held in (.+? \(PID \d+\))/.exec(message) ?? [];
    return new DuckDBError("FLOE_DUCKDB_LOCKED", `${what}: another process has it open${holder && `: ${holder}`}`, {
      hint: "Wait until that process is done, or stop it: DuckDB lets one process write a file, or several only read it.",
    });
  }
  if (/different configuration/.test(message)) {
    return new DuckDBError("FLOE_DUCKDB_IN_USE", `${what}: this process has it open already, with other settings`, {
      hint: "Give every plugin of this process that uses the file the same settings, or close the other one first.",
    });
  }
  if (/not a valid DuckDB database file/.test(message)) {
    return new DuckDBError("FLOE_DUCKDB_NOT_A_DATABASE", `${what}: the file exists, but is no DuckDB database`, {
      hint: "Point path to a DuckDB file, or to one that does not exist yet; it is left as it is.",
    });
  }
  if (/Failed to set config/.test(message) && openingSettings.length > 0) {
    return new DuckDBError("FLOE_DUCKDB_SETTING", `${what}: DuckDB refuses one of the settings ${openingSettings.join(", ")}`, {
      hint: "Correct its value, or remove it from settings.",
    });
  }
  return new DuckDBError("FLOE_DUCKDB_OPEN", `${what}: ${message}`, {
    hint: "Check that the path is right, and the file and its folder may be read and written.",
  });
}

/** The folder of the database file is not there and cannot be made, or may not be written. */
export function folderError(file: string, folder: string, cause?: unknown): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_FOLDER", `Cannot open database ${file}: its folder cannot be made or written`, {
    hint: `Give this process write permission to ${folder}, or correct path.`,
    cause,
  });
}
