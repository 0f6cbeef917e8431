import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { DuckDBConfig } from "../config/duckdb-config.ts";
import { openInstance } from "./open-instance.ts";
import { setUpConnection } from "./set-up-connection.ts";

/** A connection, and how to give it back. */
export interface OpenConnection {
  readonly connection: DuckDBConnection;
  /** Disconnects. The last connection to a file releases its lock. To be called once, with nothing running. */
  readonly close: () => void;
}

/** What is opened, and where its relative paths start. */
export interface DatabaseTarget {
  readonly config: DuckDBConfig;
  readonly baseDir: string;
}

/** Opens the database of its own accord, connects and sets the connection up. */
export async function openConnection(target: DatabaseTarget): Promise<OpenConnection> {
  const instance = await openInstance(target.config, target.baseDir);
  try {
    const { connection, close } = await connectTo(instance, target);
    return {
      connection,
      close: () => {
        close();
        instance.closeSync();
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Connects to an open database, which stays open, and sets the connection up. */
export async function connectTo(instance: DuckDBInstance, { config, baseDir }: DatabaseTarget): Promise<OpenConnection> {
  const connection = await instance.connect();
  try {
    await setUpConnection(connection, config, baseDir);
    return { connection, close: () => connection.closeSync() };
  } catch (error) {
    connection.closeSync();
    throw error;
  }
}
