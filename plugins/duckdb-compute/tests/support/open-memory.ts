import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { onTestFinished } from "vitest";
import { Statements } from "../../src/session/statements.ts";

/** An empty database in memory, closed when the test is over. */
export async function openMemory(): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "1GB",
    autoinstall_known_extensions: "false",
    errors_as_json: "true",
  });
  onTestFinished(() => instance.closeSync());
  return instance;
}

/** A connection to `instance`, closed when the test is over. */
export async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  onTestFinished(() => connection.closeSync());
  return connection;
}

/** Statements on an empty database in memory. */
export async function memoryStatements(signal?: AbortSignal): Promise<Statements> {
  return new Statements(await connect(await openMemory()), signal);
}
