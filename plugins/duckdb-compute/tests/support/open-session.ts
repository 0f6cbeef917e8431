import { onTestFinished } from "vitest";
import { connectTo } from "../../src/database/open-connection.ts";
import { DuckDBSession } from "../../src/session/duckdb-session.ts";
import { configOf } from "./config-of.ts";
import { openMemory } from "./open-memory.ts";

/** Opens sessions on one empty database in memory; all are closed when the test is over. */
export async function memorySessions(): Promise<() => Promise<DuckDBSession>> {
  const instance = await openMemory();
  return async () => {
    const session = new DuckDBSession(await connectTo(instance, { config: configOf(), baseDir: "." }));
    onTestFinished(() => session.close());
    return session;
  };
}

/** One session on an empty database in memory. */
export async function memorySession(): Promise<DuckDBSession> {
  return (await memorySessions())();
}
