import type { DuckDBInstance } from "@duckdb/node-api";
import type { CallOptions, ComputeSession } from "floe-core";
import { notStarted } from "../errors/not-started.ts";
import { abandonable } from "../session/abandonable.ts";
import { DuckDBSession } from "../session/duckdb-session.ts";
import { databasePath, IN_MEMORY } from "./database-path.ts";
import { connectTo, openConnection, type DatabaseTarget, type OpenConnection } from "./open-connection.ts";
import { openInstance } from "./open-instance.ts";

/**
 * The configured database, from startup to shutdown. A file is open while a session is; a database in memory
 * lives from the first session until `close`, so that the next session finds its tables.
 */
export class Database {
  readonly #target: DatabaseTarget;
  readonly #opening = new Set<Promise<unknown>>();
  readonly #sessions = new Set<DuckDBSession>();
  #memory: Promise<DuckDBInstance> | undefined;
  #isClosed = false;

  constructor(target: DatabaseTarget) {
    this.#target = target;
  }

  /** @throws DuckDBError saying why the database cannot be had; the signal's reason if it aborts. */
  async openSession({ signal }: CallOptions = {}): Promise<ComputeSession> {
    signal?.throwIfAborted();
    const opening = this.#connect();
    this.#opening.add(opening);
    const settled = (): boolean => this.#opening.delete(opening);
    opening.then(settled, settled);
    return this.#hold(await abandonable(opening, signal, (late) => late.close()));
  }

  /** Ends all sessions and lets go of the database. Safe twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#opening);
    try {
      await Promise.all([...this.#sessions].map((session) => session.close()));
    } finally {
      const memory = this.#memory;
      this.#memory = undefined;
      (await memory)?.closeSync();
    }
  }

  async #connect(): Promise<OpenConnection> {
    const { config, baseDir } = this.#target;
    if (databasePath(config, baseDir) !== IN_MEMORY) return openConnection(this.#target);
    this.#memory ??= this.#openMemory();
    return connectTo(await this.#memory, this.#target);
  }

  async #openMemory(): Promise<DuckDBInstance> {
    try {
      return await openInstance(this.#target.config, this.#target.baseDir);
    } catch (error) {
      this.#memory = undefined;
      throw error;
    }
  }

  #hold(open: OpenConnection): ComputeSession {
    if (this.#isClosed) {
      open.close();
      throw notStarted();
    }
    const session = new DuckDBSession({
      connection: open.connection,
      close: () => {
        this.#sessions.delete(session);
        open.close();
      },
    });
    this.#sessions.add(session);
    return session;
  }
}
