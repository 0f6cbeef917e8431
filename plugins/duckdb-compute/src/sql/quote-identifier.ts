import { DuckDBError } from "../errors/duckdb-error.ts";
import { checkText } from "./check-text.ts";

/**
 * `name` as a quoted SQL identifier, whatever it holds: the only way a name gets into a statement.
 *
 * @throws DuckDBError FLOE_DUCKDB_NAME if it is empty or holds what DuckDB cannot take.
 */
export function quoteIdentifier(name: string): string {
  if (name === "") {
    throw new DuckDBError("FLOE_DUCKDB_NAME", "Cannot use an identifier: it is empty", { hint: "State a name." });
  }
  checkText(name, "an identifier");
  return `"${name.replaceAll('"', '""')}"`;
}
