import type { MaterializeRequest } from "floe-core";
import { DuckDBError } from "../errors/duckdb-error.ts";

/** DuckDB compares names without regard to case. */
const lower = (name: string): string => name.toLowerCase();

/**
 * Makes sure that the SELECT has the columns that `uniqueKey` or `watermark` name.
 *
 * @throws DuckDBError FLOE_DUCKDB_INCREMENTAL naming those it lacks.
 */
export function checkKeyColumns({ uniqueKey, watermark }: MaterializeRequest, selected: readonly string[]): void {
  const needed = isKeyed(uniqueKey) ? uniqueKey : watermark === undefined ? [] : [watermark];
  const lacking = without(needed, selected);
  if (lacking.length > 0) {
    throw incremental(`the SELECT has no column ${lacking.join(", ")}`, "Correct uniqueKey or watermark, or select the column.");
  }
}

/**
 * Makes sure that the new rows have the columns of the table, in whatever order.
 *
 * @throws DuckDBError FLOE_DUCKDB_INCREMENTAL naming the columns that only one of them has.
 */
export function checkSameColumns(selected: readonly string[], existing: readonly string[]): void {
  const lacking = without(existing, selected);
  const additional = without(selected, existing);
  if (lacking.length === 0 && additional.length === 0) return;
  const reasons = [
    ...(additional.length === 0 ? [] : [`the table has no column ${additional.join(", ")}`]),
    ...(lacking.length === 0 ? [] : [`the SELECT has no column ${lacking.join(", ")}`]),
  ];
  throw incremental(reasons.join("; "), "Drop the table to have it made anew, or select the columns that it has.");
}

/** Whether rows are replaced by key. */
export function isKeyed(uniqueKey: readonly string[] | undefined): uniqueKey is readonly string[] {
  return uniqueKey !== undefined && uniqueKey.length > 0;
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map(lower));
  return names.filter((name) => !known.has(lower(name)));
}

function incremental(reason: string, hint: string): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_INCREMENTAL", `Cannot update the incremental table: ${reason}`, { hint });
}
