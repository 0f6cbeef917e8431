import type { ColumnSchema } from "floe-core";
import type { Statements } from "../session/statements.ts";
import type { Relation } from "./relation.ts";

/** The columns of a table or view, in order, with DuckDB's names of their types. */
export async function describeRelation(statements: Statements, { name }: Relation): Promise<readonly ColumnSchema[]> {
  const rows = await statements.rows(`SELECT column_name, column_type FROM (DESCRIBE ${name})`);
  return rows.map((row) => ({ name: String(row["column_name"]), type: String(row["column_type"]) }));
}
