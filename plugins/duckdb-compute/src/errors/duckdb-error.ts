import { PluginError } from "floe-core";

/** What can go wrong with DuckDB, one stable code each. */
export type DuckDBErrorCode =
  /** An extension, a setting or an attached database could not be had when a session opened. */
  | "FLOE_DUCKDB_ATTACH"
  | "FLOE_DUCKDB_EXTENSION"
  | "FLOE_DUCKDB_SETTING"
  /** The database file: its folder is missing, it is no database, or it cannot be opened for another reason. */
  | "FLOE_DUCKDB_FOLDER"
  | "FLOE_DUCKDB_NOT_A_DATABASE"
  | "FLOE_DUCKDB_OPEN"
  /** Another process, or this one with other settings, has the file open. */
  | "FLOE_DUCKDB_LOCKED"
  | "FLOE_DUCKDB_IN_USE"
  /** The plugin is not active; the session is closed; a stream of this session is still being read. */
  | "FLOE_DUCKDB_NOT_STARTED"
  | "FLOE_DUCKDB_SESSION_CLOSED"
  | "FLOE_DUCKDB_SESSION_BUSY"
  /** DuckDB refused or failed a statement; there was not exactly one; it is no SELECT; its values do not fit. */
  | "FLOE_DUCKDB_SQL"
  | "FLOE_DUCKDB_ONE_STATEMENT"
  | "FLOE_DUCKDB_NOT_A_SELECT"
  | "FLOE_DUCKDB_PARAMETERS"
  /** A name that cannot be quoted; a source file that cannot be read; an incremental table that does not fit. */
  | "FLOE_DUCKDB_NAME"
  | "FLOE_DUCKDB_SOURCE"
  | "FLOE_DUCKDB_INCREMENTAL";

/** Anything that this plugin refuses or fails with. The code says which; texts never hold credentials. */
export class DuckDBError extends PluginError {
  declare readonly code: DuckDBErrorCode;

  constructor(code: DuckDBErrorCode, message: string, { hint, cause }: { readonly hint: string; readonly cause?: unknown }) {
    super(code, message, { hint, cause });
  }
}
