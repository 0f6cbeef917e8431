import type { ColumnLineage } from "floe-core";
import { serialize } from "../references/serialize.ts";
import { asNode, type SyntaxNode } from "../references/syntax-node.ts";
import { columnNames } from "../session/column-names.ts";
import type { Statements } from "../session/statements.ts";
import { areDistinct, isSameName, type Column } from "./column.ts";
import { sortInputs } from "./column-inputs.ts";
import { gatherKnowledge } from "./gather-knowledge.ts";
import { isDeeperThan } from "./is-deeper-than.ts";
import { readQuery } from "./read-query.ts";
import type { Knowledge } from "./scope.ts";
import { Unclear } from "./unclear.ts";

/** Reading is recursive: a statement that is nested deeper is not read. */
const DEEPEST = 800;

/**
 * Where each column of one SELECT comes from, read from DuckDB's syntax tree and the columns of the tables; null
 * if anything in it is not understood, or if DuckDB itself gives columns of other names or another number.
 *
 * @throws DuckDBError as for a statement that is run, if DuckDB refuses it or it is not one SELECT.
 */
export async function columnLineage(statements: Statements, sql: string): Promise<readonly ColumnLineage[] | null> {
  const names = await statements.prepared(sql, async (prepared) => columnNames(prepared));
  const statement = await serialize(statements, sql);
  if (isDeeperThan(statement, DEEPEST)) return null;
  const { knowledge, isReliable } = await gatherKnowledge(statements, statement);
  const columns = read(statement, knowledge);
  if (columns === undefined || !areNamed(columns, names) || !(await isReliable())) return null;
  return columns.map(({ inputs }, index) => ({ column: names[index] ?? "", inputs: sortInputs(inputs) }));
}

function read(statement: SyntaxNode, knowledge: Knowledge): readonly Column[] | undefined {
  try {
    return readQuery(asNode(statement["node"]) ?? {}, knowledge);
  } catch (error) {
    if (error instanceof Unclear) return undefined;
    throw error;
  }
}

/**
 * Whether the columns have these names, each another one: of two columns of one name it could not be told which is
 * which. Of an expression without alias only DuckDB knows the name.
 */
function areNamed(columns: readonly Column[], names: readonly string[]): boolean {
  if (columns.length !== names.length || !areDistinct(names.map((name) => ({ name })))) return false;
  return columns.every(({ name }, index) => name === undefined || isSameName(names[index], name));
}
