import type { CallOptions } from "./call-options.ts";

/** Values bound to a statement: by position, or by name without the leading `$`. Never concatenated. */
export type QueryParameters = readonly unknown[] | Readonly<Record<string, unknown>>;

/** One row: column name to value, in the driver's JavaScript types. */
export type Row = Readonly<Record<string, unknown>>;

/** One column of a materialised relation. */
export interface ColumnSchema {
  readonly name: string;
  /** The engine's own name of the type. */
  readonly type: string;
}

/** A file that SQL reads by name, for example Parquet or CSV. */
export interface SourceFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** How a transform's result is kept. */
export type Materialization = "table" | "view" | "incremental";

/** What `materialize` is asked to make. */
export interface MaterializeRequest {
  readonly name: string;
  /** The schema it lives in; undefined means the engine's default. Made when it does not exist. */
  readonly schema?: string | undefined;
  /** One SELECT. */
  readonly sql: string;
  readonly materialization: Materialization;
  /** Incremental only: rows with equal values here are replaced where they differ, and left alone where not. */
  readonly uniqueKey?: readonly string[] | undefined;
  /** Incremental only, without `uniqueKey`: rows whose value here exceeds the stored maximum are appended. */
  readonly watermark?: string | undefined;
}

/** What `materialize` made. */
export interface MaterializeResult {
  /** Rows in the new table, or changed in and added to an incremental one; null for a view. */
  readonly rows: number | null;
  readonly columns: readonly ColumnSchema[];
}

/** How an input column takes part in an output column, in the words of OpenLineage. */
export type ColumnTransformation = "IDENTITY" | "TRANSFORMATION" | "AGGREGATION";

/** A column of a table that goes into a column of a result. */
export interface ColumnInput {
  /** As the SQL names it, with its schema where that is stated. */
  readonly table: string;
  readonly column: string;
  readonly transformation: ColumnTransformation;
}

/** Where one column of a result comes from. */
export interface ColumnLineage {
  readonly column: string;
  /** By table, then column; empty for a constant. */
  readonly inputs: readonly ColumnInput[];
}

/**
 * A connection to an engine that runs SQL in this process. Files and locks are held only while a session
 * is open. Every method takes a signal; aborting it interrupts the running statement within a second and
 * rejects with the signal's reason. Statements of one session run one after another.
 */
export interface ComputeSession {
  /** Runs one statement for its effect. */
  execute(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<void>;
  /** All rows of one statement, in memory. For results of unknown size use `stream`. */
  query(sql: string, parameters?: QueryParameters, options?: CallOptions): Promise<readonly Row[]>;
  /** The rows in batches, never all in memory. Leaving the loop early ends the statement. */
  stream(sql: string, parameters?: QueryParameters, options?: CallOptions): AsyncIterable<readonly Row[]>;
  /**
   * Makes a source file readable under its name in every session from now on. A name that is taken by a
   * table is refused. Optional: an engine without it runs products without sources.
   */
  registerSource?(source: SourceFile, options?: CallOptions): Promise<void>;
  /** Makes a table, a view or an incremental table. Whoever reads it meets the old version or the new one. */
  materialize(request: MaterializeRequest, options?: CallOptions): Promise<MaterializeResult>;
  /**
   * Where each column of a SELECT comes from, in the order of the columns; null where the engine cannot tell
   * for sure. Optional: lineage goes without it.
   */
  getColumnLineage?(sql: string, options?: CallOptions): Promise<readonly ColumnLineage[] | null>;
  /** Ends the session. Safe twice; a running statement is interrupted. */
  close(): Promise<void>;
}
