import type {
  CallOptions,
  ComputeSession,
  MaterializeRequest,
  MaterializeResult,
  QueryParameters,
  Row,
  SourceFile,
} from "floe-core";
import { FakeDatabase } from "./sql/fake-database.ts";

/** One thing that a session was asked to do. */
export interface FakeStatement {
  readonly kind: "execute" | "query" | "stream" | "registerSource" | "materialize";
  /** The SQL, or for a source its name. */
  readonly sql: string;
  readonly parameters?: QueryParameters;
  /** For `materialize`. */
  readonly request?: MaterializeRequest;
}

/** Answers a statement with rows; a throw makes the statement fail. */
export type FakeRows = (sql: string, parameters: QueryParameters | undefined) => readonly Row[];

/**
 * A session that records what it is asked. It answers with the rows that it was given or else those of a small
 * database in memory: SELECTs of values, parameters and columns from tables and VALUES, CREATE TABLE, INSERT and
 * DROP. Anything else gives no rows.
 */
export class FakeSession implements ComputeSession {
  /** What was asked, oldest first. */
  readonly statements: FakeStatement[] = [];
  isClosed = false;
  readonly #closing = new AbortController();
  readonly #rows: FakeRows | undefined;
  readonly #database: FakeDatabase;

  /** @param database What the session shares with others. Default: one of its own. */
  constructor(rows?: FakeRows, database: FakeDatabase = new FakeDatabase()) {
    this.#rows = rows;
    this.#database = database;
  }

  async execute(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<void> {
    this.#take({ kind: "execute", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    await this.#collect(sql, parameters, options);
  }

  async query(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<readonly Row[]> {
    this.#take({ kind: "query", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    return this.#collect(sql, parameters, options);
  }

  /** Of rows that were given, each is a batch of its own. */
  async *stream(sql: string, parameters?: QueryParameters, options?: CallOptions): AsyncGenerator<readonly Row[]> {
    this.#take({ kind: "stream", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    for await (const batch of this.#run(sql, parameters, options)) {
      options?.signal?.throwIfAborted();
      yield batch;
    }
  }

  async registerSource(source: SourceFile, options?: CallOptions): Promise<void> {
    this.#take({ kind: "registerSource", sql: source.name }, options);
  }

  async materialize(request: MaterializeRequest, options?: CallOptions): Promise<MaterializeResult> {
    this.#take({ kind: "materialize", sql: request.sql, request }, options);
    if (this.#rows === undefined) return this.#database.materialize(request, this.#linked(options));
    const rows = this.#rows(request.sql, undefined);
    const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, type: typeof rows[0]?.[name] }));
    return { rows: request.materialization === "view" ? null : rows.length, columns };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.#closing.abort(new Error("Cannot run the statement: the session is closed"));
  }

  async #collect(sql: string, parameters: QueryParameters | undefined, options: CallOptions | undefined): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for await (const batch of this.#run(sql, parameters, options)) rows.push(...batch);
    return rows;
  }

  async *#run(sql: string, parameters: QueryParameters | undefined, options: CallOptions | undefined): AsyncGenerator<readonly Row[]> {
    if (this.#rows === undefined) yield* this.#database.run(sql, parameters, this.#linked(options));
    else for (const row of this.#rows(sql, parameters)) yield [row];
  }

  #linked(options: CallOptions | undefined): AbortSignal {
    const signals = [this.#closing.signal, options?.signal].filter((signal) => signal !== undefined);
    return AbortSignal.any(signals);
  }

  #take(statement: FakeStatement, options: CallOptions | undefined): void {
    options?.signal?.throwIfAborted();
    if (this.isClosed) throw new Error(`Cannot ${statement.kind}: the session is closed`);
    this.statements.push(Object.freeze(statement));
  }
}
