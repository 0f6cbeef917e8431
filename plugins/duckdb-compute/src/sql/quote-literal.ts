import { checkText } from "./check-text.ts";

/**
 * `text` as a quoted SQL string, whatever it holds: the only way a text gets into a statement that takes no
 * bound values.
 *
 * @throws DuckDBError FLOE_DUCKDB_NAME if it holds what DuckDB cannot take.
 */
export function quoteLiteral(text: string): string {
  checkText(text, "a text");
  return `'${text.replaceAll("'", "''")}'`;
}
