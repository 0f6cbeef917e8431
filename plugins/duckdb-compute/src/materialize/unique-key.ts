import { DuckDBError } from "../errors/duckdb-error.ts";
import type { Statements } from "../session/statements.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";

/**
 * Makes sure that no two rows of `relation` (quoted) have the same key; NULL counts as a value.
 *
 * @throws DuckDBError FLOE_DUCKDB_INCREMENTAL.
 */
export async function checkUniqueKey(statements: Statements, relation: string, uniqueKey: readonly string[]): Promise<void> {
  const columns = uniqueKey.map(quoteIdentifier).join(", ");
  const duplicates = await statements.rows(
    `SELECT 1 FROM ${relation} GROUP BY ${columns} HAVING count(*) > 1 LIMIT 1`,
  );
  if (duplicates.length === 0) return;
  throw new DuckDBError(
    "FLOE_DUCKDB_INCREMENTAL",
    `Cannot update the incremental table: several new rows have the same unique key (${uniqueKey.join(", ")})`,
    { hint: "Make the SELECT give one row per key, or add the columns that tell the rows apart to uniqueKey." },
  );
}
