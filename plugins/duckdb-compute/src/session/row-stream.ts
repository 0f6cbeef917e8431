import type { DuckDBResult } from "@duckdb/node-api";
import type { QueryParameters, Row } from "floe-core";
import { driver } from "../driver.ts";
import { DuckDBError } from "../errors/duckdb-error.ts";
import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";
import { bindValues } from "./bind-values.ts";
import type { Statements } from "./statements.ts";
import { isInTransaction, rollBack } from "./transaction.ts";

/**
 * One statement whose rows are read batch by batch.
 *
 * The driver ends a stream that failed half-way exactly as one that is exhausted. So that no caller takes
 * half a result for the whole, the stream runs in a transaction: a failure leaves it aborted, which shows.
 */
export class RowStream {
  readonly #sql: string;
  readonly #parameters: QueryParameters | undefined;
  readonly #isSelect: boolean;
  readonly #ownsTransaction: boolean;
  readonly #batches: AsyncIterator<readonly Row[], unknown>;
  #isOver = false;

  private constructor(
    sql: string,
    parameters: QueryParameters | undefined,
    { result, ownsTransaction }: { readonly result: DuckDBResult; readonly ownsTransaction: boolean },
  ) {
    this.#sql = sql;
    this.#parameters = parameters;
    this.#isSelect = result.statementType === driver.StatementType.SELECT;
    this.#ownsTransaction = ownsTransaction;
    this.#batches = result.yieldRowObjectJs();
  }

  /** Starts the statement; its first rows are ready then. */
  static async open(statements: Statements, sql: string, parameters: QueryParameters | undefined): Promise<RowStream> {
    const ownsTransaction = !(await isInTransaction(statements));
    if (ownsTransaction) await statements.run("BEGIN TRANSACTION");
    try {
      const result = await statements.prepared(sql, async (statement) => {
        if (parameters !== undefined) bindValues(statement, parameters);
        return statement.stream();
      });
      return new RowStream(sql, parameters, { result, ownsTransaction });
    } catch (error) {
      if (ownsTransaction) await rollBack(statements, error);
      throw error;
    }
  }

  /** The next rows, a few thousand at most; undefined after the last. */
  async next(statements: Statements): Promise<readonly Row[] | undefined> {
    const { done, value } = await statements.attempt({ prefix: "", sql: this.#sql }, () => this.#batches.next());
    return done === true ? undefined : value;
  }

  /** Ends a stream that was read to its end; throws what made it end too soon, if something did. */
  async finish(statements: Statements): Promise<void> {
    const failure = await abortedTransaction(statements);
    if (failure === undefined) {
      this.#isOver = true;
      if (this.#ownsTransaction) await statements.uninterrupted.run("COMMIT");
      return;
    }
    await this.abandon(statements, failure);
    throw await this.#findReason(statements);
  }

  /** Ends a stream before its end; does nothing once it is over. */
  async abandon(statements: Statements, reason?: unknown): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#ownsTransaction) await rollBack(statements, reason);
    // In the caller's own transaction, any other statement makes DuckDB drop the open result.
    else await abortedTransaction(statements.uninterrupted);
  }

  /** The driver lost the reason: running a SELECT once more, its rows dropped inside DuckDB, brings it back. */
  async #findReason(statements: Statements): Promise<unknown> {
    if (this.#isSelect && this.#ownsTransaction) {
      try {
        await statements.run({ prefix: "EXPLAIN ANALYZE ", sql: this.#sql }, this.#parameters);
      } catch (error) {
        return error;
      }
    }
    return new DuckDBError("FLOE_DUCKDB_SQL", "Cannot read all rows of the statement: DuckDB stopped before the last", {
      hint: "Run it with query(), which says why.",
    });
  }
}

/** What DuckDB says of a transaction that a failure has aborted; undefined if all is well. */
async function abortedTransaction(statements: Statements): Promise<unknown> {
  try {
    await statements.run("SELECT 1");
    return undefined;
  } catch (error) {
    if (error instanceof DuckDBSqlError && error.exceptionType === "TransactionContext") return error;
    throw error;
  }
}
