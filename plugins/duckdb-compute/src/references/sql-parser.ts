import type { DuckDBInstance } from "@duckdb/node-api";
import type { CallOptions } from "floe-core";
import { driver } from "../driver.ts";
import { Statements } from "../session/statements.ts";
import { referencedTables } from "./referenced-tables.ts";
import { serialize } from "./serialize.ts";

/** In this order: once there is no access to files, DuckDB takes no folder, and once locked, nothing. */
const OPTIONS = {
  threads: "1",
  memory_limit: "1GB",
  temp_directory: "",
  autoload_known_extensions: "false",
  errors_as_json: "true",
  enable_external_access: "false",
  lock_configuration: "true",
};

/** DuckDB's own parser, in an empty database of its own that can reach no file and no network. */
export class SqlParser {
  #instance: Promise<DuckDBInstance> | undefined;

  /**
   * The tables that one SELECT reads: sorted, unique, without CTEs, table functions and files.
   *
   * @throws DuckDBSqlError with line and column if the parser refuses it; DuckDBError if it is not one SELECT.
   */
  async referencedTables(sql: string, { signal }: CallOptions = {}): Promise<readonly string[]> {
    signal?.throwIfAborted();
    this.#instance ??= driver.DuckDBInstance.create(":memory:", OPTIONS);
    const connection = await (await this.#instance).connect();
    try {
      return referencedTables(await serialize(new Statements(connection, signal), sql));
    } finally {
      connection.closeSync();
    }
  }

  /** Lets go of the database; the next call makes a new one. */
  async close(): Promise<void> {
    const instance = this.#instance;
    this.#instance = undefined;
    (await instance)?.closeSync();
  }
}
