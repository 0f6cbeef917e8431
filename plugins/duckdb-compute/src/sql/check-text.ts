import { DuckDBError } from "../errors/duckdb-error.ts";

/**
 * Refuses what cannot reach DuckDB: a NUL ends the statement inside the driver, which would then run half of
 * it, and half of a surrogate pair turns into another character on its way there.
 *
 * @throws DuckDBError FLOE_DUCKDB_NAME.
 */
export function checkText(text: string, noun: string): void {
  if (!/[\0\p{Surrogate}]/u.test(text)) return;
  throw new DuckDBError("FLOE_DUCKDB_NAME", `Cannot use ${noun}: it holds a NUL or half a character`, {
    hint: "Remove the character; DuckDB cannot take it.",
  });
}
