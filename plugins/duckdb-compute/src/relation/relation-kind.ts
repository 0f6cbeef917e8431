import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";
import type { Statements } from "../session/statements.ts";
import type { Relation } from "./relation.ts";

/** What stands under a name. */
export type RelationKind = "table" | "view" | "none";

/**
 * What stands under the relation's name now.
 *
 * It is found by preparing, not running, statements: a DROP, which takes whatever exists, and a DELETE, which
 * takes only a table. DuckDB's catalog functions would answer too, but list every attached database first,
 * remote ones included.
 */
export async function relationKind(statements: Statements, { name }: Relation): Promise<RelationKind> {
  const refusedDrop = await refusal(statements, `DROP TABLE ${name}`);
  if (refusedDrop?.exceptionType === "Catalog") return "none";
  if (refusedDrop !== undefined) throw refusedDrop;
  // A view that no longer works is refused in words of its own; it is a view all the same.
  return (await refusal(statements, `DELETE FROM ${name}`)) === undefined ? "table" : "view";
}

async function refusal(statements: Statements, sql: string): Promise<DuckDBSqlError | undefined> {
  try {
    await statements.prepared(sql, async () => undefined);
    return undefined;
  } catch (error) {
    if (error instanceof DuckDBSqlError) return error;
    throw error;
  }
}
