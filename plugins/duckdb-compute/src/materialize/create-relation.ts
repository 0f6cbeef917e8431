import type { Relation } from "../relation/relation.ts";
import type { RelationKind } from "../relation/relation-kind.ts";
import type { Statements } from "../session/statements.ts";
import { countRows } from "./count-rows.ts";

/** Creates the table, or replaces what has its name. To be called in a transaction. Answers its rows. */
export async function createTable(statements: Statements, { name }: Relation, sql: string, kind: RelationKind): Promise<number> {
  if (kind === "view") await statements.run(`DROP VIEW ${name}`);
  return countRows(await statements.run({ prefix: `CREATE OR REPLACE TABLE ${name} AS\n`, sql }));
}

/** Creates the view, or replaces what has its name. To be called in a transaction. */
export async function createView(statements: Statements, { name }: Relation, sql: string, kind: RelationKind): Promise<null> {
  if (kind === "table") await statements.run(`DROP TABLE ${name}`);
  await statements.run({ prefix: `CREATE OR REPLACE VIEW ${name} AS\n`, sql });
  return null;
}
