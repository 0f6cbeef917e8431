import { DuckDBInstance } from "@duckdb/node-api";

/** A row as JavaScript values. */
export type Row = Readonly<Record<string, unknown>>;

/** Asks an open database. */
export type Query = (sql: string) => Promise<readonly Row[]>;

/**
 * Opens the database as its next user would, with nothing but the driver, and lets go of it once `work` is done.
 * Opening recovers what a killed process left; it throws if that needs a hand.
 */
export async function withDatabase<Result>(file: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  const instance = await DuckDBInstance.create(file, { threads: "2", memory_limit: "1GB" });
  const connection = await instance.connect();
  try {
    return await work(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
