import type { ColumnSchema } from "floe-core";
import { quoteIdentifier } from "../sql/quote-identifier.ts";

/**
 * The condition under which the rows `old` and `new` are not the same in every one of `columns`. Two NULLs are
 * the same, and so are two NaNs.
 */
export function rowsDiffer(columns: readonly ColumnSchema[]): string {
  return `${rowOf("old", columns)} IS DISTINCT FROM ${rowOf("new", columns)}`;
}

/** Within a row, texts are compared as they are: a column's collation may take "a" for "A", which is a change all the same. */
function rowOf(alias: string, columns: readonly ColumnSchema[]): string {
  return `row(${columns.map((column) => exactly(alias, column)).join(", ")})`;
}

/** DuckDB takes 30 days for equal to a month, which they are not when added to a date; their texts differ. */
function exactly(alias: string, { name, type }: ColumnSchema): string {
  const value = `${alias}.${quoteIdentifier(name)}`;
  return type.includes("INTERVAL") ? `CAST(${value} AS VARCHAR)` : value;
}
