import type { DuckDBPreparedStatement } from "@duckdb/node-api";

/** The names of the columns that a prepared statement gives, in order. */
export function columnNames(statement: DuckDBPreparedStatement): readonly string[] {
  return Array.from({ length: statement.columnCount }, (_, index) => statement.columnName(index));
}
