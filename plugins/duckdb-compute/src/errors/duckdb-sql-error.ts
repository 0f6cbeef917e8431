import type { TextPosition } from "../sql/text-position.ts";
import { DuckDBError } from "./duckdb-error.ts";

/** DuckDB refused or failed a statement. */
export class DuckDBSqlError extends DuckDBError {
  /** DuckDB's own kind of error, for example `Parser`, `Catalog` or `Conversion`. */
  readonly exceptionType: string;
  /** DuckDB's own sentence. */
  readonly reason: string;
  /** Where in the statement, from 1; undefined if DuckDB did not say. */
  readonly line: number | undefined;
  /** In characters, from 1; undefined if DuckDB did not say. */
  readonly column: number | undefined;

  constructor(details: {
    /** What was to be done. Default: `run the statement`. */
    readonly what?: string;
    readonly exceptionType: string;
    readonly reason: string;
    readonly position?: TextPosition | undefined;
    readonly hint: string;
  }) {
    const { what = "run the statement", exceptionType, reason, position, hint } = details;
    const place = position === undefined ? "" : ` at line ${position.line}, column ${position.column}`;
    super("FLOE_DUCKDB_SQL", `Cannot ${what}: ${exceptionType} error${place}: ${reason}`, { hint });
    this.exceptionType = exceptionType;
    this.reason = reason;
    this.line = position?.line;
    this.column = position?.column;
  }
}
