import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from "@duckdb/node-api";
import type { QueryParameters, Row } from "floe-core";
import { sqlError } from "../errors/sql-error.ts";
import { checkText } from "../sql/check-text.ts";
import { bindValues } from "./bind-values.ts";
import { interruptible } from "./interruptible.ts";

/** A statement of the user's, with text of ours before it. */
export interface WrappedSql {
  readonly prefix: string;
  readonly sql: string;
}

/** Runs statements on one connection, each a single one, under one signal. Errors are DuckDBErrors. */
export class Statements {
  readonly #connection: DuckDBConnection;
  readonly #signal: AbortSignal | undefined;

  constructor(connection: DuckDBConnection, signal?: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
  }

  /** The same connection, without the signal: for what has to be done although the caller gave up. */
  get uninterrupted(): Statements {
    return new Statements(this.#connection);
  }

  /** Prepares the statement, binds and runs it; its result is complete. */
  run(sql: string | WrappedSql, parameters?: QueryParameters): Promise<DuckDBResult> {
    return this.prepared(sql, async (statement) => {
      if (parameters !== undefined) bindValues(statement, parameters);
      return statement.run();
    });
  }

  /** All rows of the statement. */
  async rows(sql: string, parameters?: QueryParameters): Promise<readonly Row[]> {
    const result = await this.run(sql, parameters);
    return result.getRowObjectsJS();
  }

  /** Hands over the prepared statement, and destroys it afterwards. */
  prepared<Result>(sql: string | WrappedSql, work: (statement: DuckDBPreparedStatement) => Promise<Result>): Promise<Result> {
    const { prefix, sql: own } = typeof sql === "string" ? { prefix: "", sql } : sql;
    return this.attempt({ prefix, sql: own }, async () => {
      checkText(own, "the statement");
      const statement = await this.#connection.prepare(prefix + own);
      try {
        this.#signal?.throwIfAborted();
        return await work(statement);
      } finally {
        statement.destroySync();
      }
    });
  }

  /** Any further call to the driver on behalf of `sql`. */
  async attempt<Result>(sql: WrappedSql, work: () => Promise<Result>): Promise<Result> {
    return interruptible(this.#connection, this.#signal, async () => {
      try {
        return await work();
      } catch (error) {
        throw sqlError(error, sql);
      }
    });
  }
}
