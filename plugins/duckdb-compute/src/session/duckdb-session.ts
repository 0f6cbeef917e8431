import { setMaxListeners } from "node:events";
import type {
  CallOptions,
  ColumnLineage,
  ComputeSession,
  MaterializeRequest,
  MaterializeResult,
  QueryParameters,
  Row,
  SourceFile,
} from "floe-core";
import type { OpenConnection } from "../database/open-connection.ts";
import { DuckDBError } from "../errors/duckdb-error.ts";
import { columnLineage } from "../lineage/column-lineage.ts";
import { materialize } from "../materialize/materialize.ts";
import { registerSource } from "../source/register-source.ts";
import { linkSignals } from "./link-signals.ts";
import { RowStream } from "./row-stream.ts";
import { SerialQueue } from "./serial-queue.ts";
import { Statements } from "./statements.ts";

/** A session on one connection. Its statements run one after another; sessions run side by side. */
export class DuckDBSession implements ComputeSession {
  readonly #open: OpenConnection;
  readonly #queue = new SerialQueue();
  readonly #closing = new AbortController();
  #isStreaming = false;
  #closed: Promise<void> | undefined;

  constructor(open: OpenConnection) {
    this.#open = open;
    // Every statement that runs or waits listens, however many there are: Node would take them for a leak.
    setMaxListeners(0, this.#closing.signal);
  }

  async execute(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<void> {
    await this.#take(options, (statements) => statements.run(sql, parameters));
  }

  async query(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<readonly Row[]> {
    return this.#take(options, (statements) => statements.rows(sql, parameters));
  }

  async *stream(sql: string, parameters?: QueryParameters, options?: CallOptions): AsyncGenerator<readonly Row[]> {
    const stream = await this.#take(options, async (statements) => {
      const opened = await RowStream.open(statements, sql, parameters);
      this.#isStreaming = true;
      return opened;
    });
    try {
      for (;;) {
        const batch = await this.#turn(options, (statements) => stream.next(statements));
        if (batch === undefined) break;
        yield batch;
      }
      await this.#turn(options, (statements) => stream.finish(statements));
    } finally {
      // Closing the connection ends its statement and transaction by itself.
      if (this.#closed === undefined) await this.#turn({}, (statements) => this.#endStream(stream, statements));
    }
  }

  async registerSource(source: SourceFile, options?: CallOptions): Promise<void> {
    await this.#take(options, (statements) => registerSource(statements, source));
  }

  async materialize(request: MaterializeRequest, options?: CallOptions): Promise<MaterializeResult> {
    return this.#take(options, (statements) => materialize(statements, request));
  }

  async getColumnLineage(sql: string, options?: CallOptions): Promise<readonly ColumnLineage[] | null> {
    return this.#take(options, (statements) => columnLineage(statements, sql));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort(
      new DuckDBError("FLOE_DUCKDB_SESSION_CLOSED", "Cannot run the statement: the session is closed", {
        hint: "Open a new session.",
      }),
    );
    await this.#queue.drained();
    this.#open.close();
  }

  async #endStream(stream: RowStream, statements: Statements): Promise<void> {
    try {
      await stream.abandon(statements);
    } finally {
      // Only now: a statement that waits for its turn must not run in the stream's transaction.
      this.#isStreaming = false;
    }
  }

  /** A turn for a statement of the caller's; refused while a stream is open, which it would end. */
  async #take<Result>(options: CallOptions | undefined, work: (statements: Statements) => Promise<Result>): Promise<Result> {
    return this.#turn(options, async (statements) => {
      if (!this.#isStreaming) return work(statements);
      throw new DuckDBError("FLOE_DUCKDB_SESSION_BUSY", "Cannot run the statement: the session's stream is still being read", {
        hint: "Read the stream to its end or leave its loop first, or open another session.",
      });
    });
  }

  /** Runs `work` alone on the connection, interrupted by the caller's signal and by `close`. */
  async #turn<Result>(
    { signal }: CallOptions = {},
    work: (statements: Statements) => Promise<Result>,
  ): Promise<Result> {
    const linked = linkSignals([signal, this.#closing.signal]);
    try {
      return await this.#queue.run(() => work(new Statements(this.#open.connection, linked.signal)), linked.signal);
    } finally {
      linked.unlink();
    }
  }
}
