import type { MaterializeRequest } from "floe-core";
import type { Relation } from "../relation/relation.ts";
import type { Statements } from "../session/statements.ts";
import { appendRows } from "./append-rows.ts";
import { isKeyed } from "./check-columns.ts";
import { upsertRows } from "./upsert-rows.ts";

/** The new rows, as a view in the connection's own temporary database, until the end of the transaction. */
const NEW_ROWS = 'temp.main."floe new rows"';

/**
 * Brings the new rows into the existing table: by key, leaving equal rows alone, or, without a key, those whose
 * watermark exceeds the stored maximum, or all. To be called in a transaction. Answers the rows changed or added.
 */
export async function updateIncremental(statements: Statements, relation: Relation, request: MaterializeRequest): Promise<number> {
  const { sql, uniqueKey, watermark } = request;
  await statements.run({ prefix: `CREATE OR REPLACE TEMP VIEW ${NEW_ROWS} AS\n`, sql });
  const rows = isKeyed(uniqueKey)
    ? await upsertRows(statements, relation, { newRows: NEW_ROWS, uniqueKey })
    : await appendRows(statements, relation, { newRows: NEW_ROWS, watermark });
  await statements.run(`DROP VIEW ${NEW_ROWS}`);
  return rows;
}
