import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";
import { findTables } from "../references/find-tables.ts";
import { referencedTables } from "../references/referenced-tables.ts";
import type { SyntaxNode } from "../references/syntax-node.ts";
import { formatTableName, type TableName } from "../references/table-name.ts";
import { columnNames } from "../session/column-names.ts";
import type { Statements } from "../session/statements.ts";
import { quoteIdentifier } from "../sql/quote-identifier.ts";
import { functionKinds, type ListedFunction } from "./function-kinds.ts";
import type { Knowledge } from "./scope.ts";

/** What the session's database knows, and what an answer that was made of it relies on. */
export interface Gathered {
  readonly knowledge: Knowledge;
  /** Whether the tables have none of the hidden columns that the answer relies on their not having. */
  readonly isReliable: () => Promise<boolean>;
}

const FUNCTIONS = `
  SELECT DISTINCT function_name AS name, function_type AS type, internal, macro_definition AS definition
  FROM duckdb_functions()
  WHERE function_type IN ('scalar', 'aggregate', 'macro') OR NOT internal`;

/** Asks the session for all that it takes to read the statement: it knows tables, views and sources alike. */
export async function gatherKnowledge(statements: Statements, statement: SyntaxNode): Promise<Gathered> {
  const columns = new Map<string, readonly string[] | undefined>();
  for (const table of findTables(statement)) {
    const key = keyOf(table);
    if (!columns.has(key)) columns.set(key, await tryBind(statements, `FROM ${quoteTable(table)}`));
  }
  const spelled = new Map(referencedTables(statement).map((name) => [name.toLowerCase(), name]));
  const absences = new Set<string>();
  return {
    knowledge: {
      columnsOf: (table) => columns.get(keyOf(table)),
      spell: (table) => spelled.get(keyOf(table)),
      kindOf: functionKinds((await statements.rows(FUNCTIONS)).map(readFunction)),
      relyOnAbsence: (table, name) => {
        absences.add(`SELECT ${quoteIdentifier(name)} FROM ${quoteTable(table)}`);
      },
    },
    isReliable: async () => {
      for (const select of absences) if ((await tryBind(statements, select)) !== undefined) return false;
      return true;
    },
  };
}

/** The names of the columns; undefined if DuckDB refuses the SELECT, which tells that there is no such table or column. */
async function tryBind(statements: Statements, select: string): Promise<readonly string[] | undefined> {
  try {
    return await statements.prepared(select, async (statement) => columnNames(statement));
  } catch (error) {
    if (error instanceof DuckDBSqlError) return undefined;
    throw error;
  }
}

function readFunction(row: Readonly<Record<string, unknown>>): ListedFunction {
  const { name, type, internal, definition } = row;
  return { name: String(name), type: String(type), internal: internal === true, definition: typeof definition === "string" ? definition : null };
}

function quoteTable({ catalog, schema, table }: TableName): string {
  return [catalog, schema, table].filter((part) => part !== "").map(quoteIdentifier).join(".");
}

function keyOf(table: TableName): string {
  return formatTableName(table).toLowerCase();
}
