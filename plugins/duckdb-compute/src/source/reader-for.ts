import path from "node:path";
import { DuckDBError } from "../errors/duckdb-error.ts";

/** The table function that reads files with each ending; a compressed text file has one more. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/\.parquet$/i, "read_parquet"],
  [/\.(?:csv|tsv)(?:\.gz|\.zst)?$/i, "read_csv"],
  [/\.(?:json|jsonl|ndjson)(?:\.gz|\.zst)?$/i, "read_json"],
];

/**
 * The DuckDB function that reads `file`, by the ending of its name.
 *
 * @throws DuckDBError FLOE_DUCKDB_SOURCE listing the endings that have one.
 */
export function readerFor(file: string): string {
  const found = READERS.find(([ending]) => ending.test(file));
  if (found !== undefined) return found[1];
  throw new DuckDBError("FLOE_DUCKDB_SOURCE", `Cannot read ${file}: nothing reads files that end in "${path.extname(file)}"`, {
    hint: "Use .parquet, .csv, .tsv, .json, .jsonl or .ndjson; text files may be compressed as .gz or .zst.",
  });
}
