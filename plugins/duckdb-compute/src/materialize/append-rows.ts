import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Relation } from "../relation/relation.ts";
import type { Statements } from "../session/statements.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { countRows } from "./count-rows.ts";

/**
 * Adds the rows of `newRows` (quoted) to the table, by the names of their columns: all of them, or those whose
 * watermark exceeds the stored maximum. Answers the rows added.
 */
export async function appendRows(
  statements: Statements,
  relation: Relation,
  { newRows, watermark }: { readonly newRows: string; readonly watermark: string | undefined },
): Promise<number> {
  const insert = `INSERT INTO ${relation.name} BY NAME FROM ${newRows}`;
  if (watermark === undefined) return countRows(await statements.run(insert));
  const column = quoteIdentifier(watermark);
  const stored = await storedMaximum(statements, relation, column);
  // Of an empty table there is no maximum, and everything is new.
  if (stored === undefined) return countRows(await statements.run(insert));
  if (stored.value === null) return countRows(await statements.run(`${insert} WHERE ${column} IS NOT NULL`));
  // As a value that is known beforehand, it lets DuckDB skip the parts of a source that hold nothing newer.
  return statements.prepared(`${insert} WHERE ${column} > $1`, async (statement) => {
    statement.bindValue(1, stored.value, stored.type);
    return countRows(await statement.run());
  });
}

/** Undefined for a table without rows; null in one that has no value yet. */
async function storedMaximum(
  statements: Statements,
  { name }: Relation,
  column: string,
): Promise<{ readonly value: DuckDBValue; readonly type: DuckDBType } | undefined> {
  const result = await statements.run(`SELECT max(${column}), count(*) FROM ${name}`);
  const [[value = null, count] = []] = await result.getRows();
  return count === 0n ? undefined : { value, type: result.columnType(0) };
}
