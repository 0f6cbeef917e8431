import { DuckDBError } from "./duckdb-error.ts";

/** A session was asked for while the plugin is not active. */
export function notStarted(): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_NOT_STARTED", "Cannot open a session: the plugin is not active", {
    hint: "Activate the plugin first: its database lives from startup to shutdown.",
  });
}
