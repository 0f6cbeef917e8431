import type { TableName } from "../references/table-name.ts";
import type { Column } from "./column.ts";
import type { ColumnInputs } from "./column-inputs.ts";
import type { FromTables } from "./from-tables.ts";

/** The CTEs that can be seen from one place, by name in small letters; what they give is read when it is needed. */
export type Ctes = ReadonlyMap<string, () => readonly Column[]>;

/** What the names in an expression can mean. */
export interface Scope {
  readonly from: FromTables;
  /** The aliases of the columns before, by name in small letters: a later one may use them. */
  readonly aliases: ReadonlyMap<string, ColumnInputs>;
  readonly ctes: Ctes;
  readonly outer: Outer;
}

/**
 * What is around a query: nothing, or the scope it stands in. A query in FROM may use what stands left of it and
 * around it too; that is not followed.
 */
export type Outer = Scope | "none" | "not followed";

/** What a function does to the columns it gets. */
export type FunctionKind = "scalar" | "aggregate";

/** What the database knows, and what the answer relies on. */
export interface Knowledge {
  /** The columns of a table, in order; undefined if it cannot be read. */
  columnsOf(table: TableName): readonly string[] | undefined;
  /** The table's name as the answer spells it. */
  spell(table: TableName): string | undefined;
  /** Undefined if the function is not known, or can do what is not seen here. */
  kindOf(functionName: string): FunctionKind | undefined;
  /** Takes down that the table must have no hidden column `name`, as rowid is one. */
  relyOnAbsence(table: TableName, name: string): void;
}
