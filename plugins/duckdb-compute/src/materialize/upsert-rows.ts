import { describeRelation } from "../relation/describe-relation.ts";
import type { Relation } from "../relation/relation.ts";
import type { Statements } from "../session/statements.ts";
import { countRows } from "./count-rows.ts";
import { rowsDiffer } from "./rows-differ.ts";
import { sameKey } from "./same-key.ts";
import { checkUniqueKey } from "./unique-key.ts";

/** Where the new rows wait: they are looked at several times, and a SELECT need not give the same rows twice. */
const KEPT_ROWS = 'temp.main."floe kept rows"';

/**
 * Replaces the rows of the table that have the key of one of `newRows` (quoted) and are not equal to it, and adds
 * those whose key the table has not. Equal rows are left alone. To be called in a transaction. Answers the rows
 * changed or added.
 *
 * @throws DuckDBError FLOE_DUCKDB_INCREMENTAL if several new rows have one key.
 */
export async function upsertRows(
  statements: Statements,
  relation: Relation,
  { newRows, uniqueKey }: { readonly newRows: string; readonly uniqueKey: readonly string[] },
): Promise<number> {
  const { name } = relation;
  // In the types of the table: what storing a value would make of it is what has to be compared.
  await statements.run(`CREATE OR REPLACE TEMP TABLE ${KEPT_ROWS} AS FROM ${name} WITH NO DATA`);
  await statements.run(`INSERT INTO ${KEPT_ROWS} BY NAME FROM ${newRows}`);
  await checkUniqueKey(statements, KEPT_ROWS, uniqueKey);
  const same = sameKey(uniqueKey);
  const differ = rowsDiffer(await describeRelation(statements, relation));
  await statements.run(`DELETE FROM ${name} AS old USING ${KEPT_ROWS} AS new WHERE ${same} AND ${differ}`);
  const missing = `SELECT new.* FROM ${KEPT_ROWS} AS new ANTI JOIN ${name} AS old ON ${same}`;
  const rows = await countRows(await statements.run(`INSERT INTO ${name} BY NAME ${missing}`));
  await statements.run(`DROP TABLE ${KEPT_ROWS}`);
  return rows;
}
