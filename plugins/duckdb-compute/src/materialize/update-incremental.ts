import type { MaterializeRequest } from "floe-core";
import type { Relation } from "../relation/relation.ts";
import type { Statements } from "../session/statements.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { isKeyed } from "./check-columns.ts";
import { countRows } from "./count-rows.ts";
import { checkUniqueKey } from "./unique-key.ts";

/** Where the new rows wait: in the connection's own temporary database, until the end of the transaction. */
const NAME = '"floe new rows"';
const NEW_ROWS = `temp.${NAME}`;

/**
 * Brings the new rows into the existing table: in place of those with equal keys, or, without a key, those
 * whose watermark exceeds the stored maximum, or all. To be called in a transaction. Answers the rows added.
 */
export async function updateIncremental(statements: Statements, { name }: Relation, request: MaterializeRequest): Promise<number> {
  const { sql, uniqueKey, watermark } = request;
  if (!isKeyed(uniqueKey)) {
    // A view is enough: its rows are read once, on their way into the table.
    await statements.run({ prefix: `CREATE OR REPLACE TEMP VIEW ${NAME} AS\n`, sql });
    const rows = await countRows(await statements.run(`INSERT INTO ${name} BY NAME FROM ${NEW_ROWS} ${newerThan(name, watermark)}`));
    await statements.run(`DROP VIEW ${NEW_ROWS}`);
    return rows;
  }
  await statements.run({ prefix: `CREATE OR REPLACE TEMP TABLE ${NAME} AS\n`, sql });
  await checkUniqueKey(statements, NEW_ROWS, uniqueKey);
  await statements.run(`DELETE FROM ${name} AS old USING ${NEW_ROWS} AS new WHERE ${haveSameKey(uniqueKey)}`);
  const rows = await countRows(await statements.run(`INSERT INTO ${name} BY NAME FROM ${NEW_ROWS}`));
  await statements.run(`DROP TABLE ${NEW_ROWS}`);
  return rows;
}

/** Of an empty table there is no maximum, and everything is new. */
function newerThan(name: string, watermark: string | undefined): string {
  if (watermark === undefined) return "";
  const column = quoteIdentifier(watermark);
  const stored = `(SELECT max(${column}) FROM ${name})`;
  return `WHERE ${column} > ${stored} OR ${stored} IS NULL`;
}

function haveSameKey(uniqueKey: readonly string[]): string {
  return uniqueKey.map(quoteIdentifier).map((column) => `old.${column} IS NOT DISTINCT FROM new.${column}`).join(" AND ");
}
