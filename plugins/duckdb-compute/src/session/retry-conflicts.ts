import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";

/** Each conflict means that another session got further; so many sessions at once are not met. */
const ATTEMPTS = 20;

/**
 * Runs a statement that may be repeated, such as CREATE IF NOT EXISTS or CREATE OR REPLACE, until no other
 * session is in its way: DuckDB refuses the second of two such statements that overlap.
 */
export async function retryConflicts(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run();
      return;
    } catch (error) {
      const isConflict = error instanceof DuckDBSqlError && error.exceptionType === "TransactionContext";
      if (!isConflict || attempt === ATTEMPTS) throw error;
    }
  }
}
