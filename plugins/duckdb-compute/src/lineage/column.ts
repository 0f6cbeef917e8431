import type { ColumnInputs } from "./column-inputs.ts";
import { Unclear } from "./unclear.ts";

/** A column of a table, or of what a query gives. */
export interface Column {
  /** Undefined where DuckDB makes a name up, as of an expression without alias. */
  readonly name: string | undefined;
  readonly inputs: ColumnInputs;
}

/** DuckDB compares names without regard to case. */
export function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/**
 * The columns under the names that an alias gives to the first of them, `t(x, y)`.
 *
 * @throws Unclear if two columns have one name: DuckDB renames one of them.
 */
export function renameColumns(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  if (names.length > columns.length) throw new Unclear("more names than columns");
  const renamed = columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
  if (!areDistinct(renamed)) throw new Unclear("two columns of one name");
  return renamed;
}

/** Whether no two of the known names are the same. */
export function areDistinct(columns: readonly Pick<Column, "name">[]): boolean {
  const names = columns.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()]));
  return new Set(names).size === names.length;
}
