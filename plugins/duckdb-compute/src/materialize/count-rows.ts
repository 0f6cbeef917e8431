import type { DuckDBResult } from "@duckdb/node-api";

/** How many rows a CREATE TABLE AS, INSERT or DELETE worked on: the one value of its result. */
export async function countRows(result: DuckDBResult): Promise<number> {
  const [row = []] = await result.getRowsJS();
  return Number(row[0]);
}
