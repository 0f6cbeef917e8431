import type {
  CallOptions,
  ComputeSession,
  MaterializeRequest,
  MaterializeResult,
  QueryParameters,
  Row,
  SourceFile,
} from "floe-core";

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

/** A session that runs no SQL: it records what it is asked and answers with the rows it was given. */
export class FakeSession implements ComputeSession {
  /** What was asked, oldest first. */
  readonly statements: FakeStatement[] = [];
  isClosed = false;
  readonly #rows: FakeRows;

  /** @param rows Default: no rows for anything. */
  constructor(rows: FakeRows = () => []) {
    this.#rows = rows;
  }

  async execute(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<void> {
    this.#take({ kind: "execute", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    this.#rows(sql, parameters);
  }

  async query(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<readonly Row[]> {
    this.#take({ kind: "query", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    return this.#rows(sql, parameters);
  }

  /** Each row is a batch of its own. */
  async *stream(sql: string, parameters?: QueryParameters, options?: CallOptions): AsyncGenerator<readonly Row[]> {
    this.#take({ kind: "stream", sql, ...(parameters === undefined ? {} : { parameters }) }, options);
    for (const row of this.#rows(sql, parameters)) {
      options?.signal?.throwIfAborted();
      yield [row];
    }
  }

  async registerSource(source: SourceFile, options?: CallOptions): Promise<void> {
    this.#take({ kind: "registerSource", sql: source.name }, options);
  }

  async materialize(request: MaterializeRequest, options?: CallOptions): Promise<MaterializeResult> {
    this.#take({ kind: "materialize", sql: request.sql, request }, options);
    const rows = this.#rows(request.sql, undefined);
    const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, type: typeof rows[0]?.[name] }));
    return { rows: request.materialization === "view" ? null : rows.length, columns };
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  #take(statement: FakeStatement, options: CallOptions | undefined): void {
    options?.signal?.throwIfAborted();
    if (this.isClosed) throw new Error(`Cannot ${statement.kind}: the session is closed`);
    this.statements.push(Object.freeze(statement));
  }
}
