import { DuckDBError } from "../errors/duckdb-error.ts";
import type { Statements } from "./statements.ts";

/**
 * Runs `work` in one transaction: all of it takes effect, or none. Once `work` is done the commit is no
 * longer interrupted, so that a caller who hears of an abort can rely on the old state.
 */
export async function inTransaction<Result>(statements: Statements, work: () => Promise<Result>): Promise<Result> {
  if (await isInTransaction(statements)) throw nested();
  await statements.run("BEGIN TRANSACTION");
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await rollBack(statements, error);
    throw error;
  }
  await statements.uninterrupted.run("COMMIT");
  return result;
}

/**
 * Whether the caller has begun a transaction. Outside of one, every statement is a transaction of its own.
 * (A BEGIN that is refused would tell too, but aborts the caller's transaction.)
 */
export async function isInTransaction(statements: Statements): Promise<boolean> {
  const id = async (): Promise<unknown> => (await statements.rows("SELECT txid_current() AS id"))[0]?.["id"];
  return (await id()) === (await id());
}

/** Rolls back after `failure`. */
export async function rollBack(statements: Statements, failure: unknown): Promise<void> {
  try {
    await statements.uninterrupted.run("ROLLBACK");
  } catch (error) {
    throw new DuckDBError("FLOE_DUCKDB_SQL", "Cannot roll back after a failure: the session is no longer usable", {
      hint: "Close the session and open a new one.",
      cause: new AggregateError([failure, error], "the failure, and the failed rollback"),
    });
  }
}

function nested(): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_SESSION_BUSY", "Cannot begin a transaction: the session is in one of the caller's", {
    hint: "Commit it or roll it back first, or open another session.",
  });
}
