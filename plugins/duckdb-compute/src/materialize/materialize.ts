import type { MaterializeRequest, MaterializeResult } from "floe-core";
import { describeRelation } from "../relation/describe-relation.ts";
import { locateRelation, type Relation } from "../relation/relation.ts";
import { relationKind, type RelationKind } from "../relation/relation-kind.ts";
import { retryConflicts } from "../session/retry-conflicts.ts";
import type { Statements } from "../session/statements.ts";
import { inTransaction } from "../session/transaction.ts";
import { checkKeyColumns, checkSameColumns, isKeyed } from "./check-columns.ts";
import { checkSelect } from "./check-select.ts";
import { createTable, createView } from "./create-relation.ts";
import { checkUniqueKey } from "./unique-key.ts";
import { updateIncremental } from "./update-incremental.ts";

/**
 * Makes a table, a view or an incremental table in one transaction: whoever reads it, and whatever kills the
 * process, meets the old version or the new one. What has the name already is replaced, of whatever kind.
 *
 * @throws DuckDBError saying what is wrong with the SELECT or the table; nothing was changed then, but for
 * the schema, which is made first.
 */
export async function materialize(statements: Statements, request: MaterializeRequest): Promise<MaterializeResult> {
  const selected = await checkSelect(statements, request.sql);
  if (request.materialization === "incremental") checkKeyColumns(request, selected);
  const relation = await locateRelation(statements, request.name, request.schema);
  await retryConflicts(() => statements.run(`CREATE SCHEMA IF NOT EXISTS ${relation.schema}`));
  const kind = await relationKind(statements, relation);
  if (request.materialization === "incremental" && kind === "table") {
    const existing = await describeRelation(statements, relation);
    checkSameColumns(selected, existing.map(({ name }) => name));
  }
  return inTransaction(statements, async () => {
    const rows = await make(statements, relation, request, kind);
    return { rows, columns: await describeRelation(statements, relation) };
  });
}

async function make(
  statements: Statements,
  relation: Relation,
  request: MaterializeRequest,
  kind: RelationKind,
): Promise<number | null> {
  const { sql, materialization, uniqueKey } = request;
  switch (materialization) {
    case "table":
      return createTable(statements, relation, sql, kind);
    case "view":
      return createView(statements, relation, sql, kind);
    case "incremental": {
      if (kind === "table") return updateIncremental(statements, relation, request);
      const rows = await createTable(statements, relation, sql, kind);
      if (isKeyed(uniqueKey)) await checkUniqueKey(statements, relation.name, uniqueKey);
      return rows;
    }
  }
}
