import { textLength, textPosition, type TextOffset, type TextPosition } from "../sql/text-position.ts";
import { DuckDBError } from "./duckdb-error.ts";
import { DuckDBSqlError } from "./duckdb-sql-error.ts";
import { readDriverFailure } from "./driver-failure.ts";
import { maskCredentials } from "./mask-credentials.ts";

/** The statement that failed: the user's text, and ours that stood before it. */
export interface FailedStatement {
  readonly sql: string;
  readonly prefix?: string;
}

/** What the driver threw for a statement, as an error of ours; an error of ours passes as it is. */
export function sqlError(thrown: unknown, { sql, prefix = "" }: FailedStatement): DuckDBError {
  if (thrown instanceof DuckDBError) return thrown;
  const { type, message, offset } = readDriverFailure(thrown);
  if (/^Cannot prepare multiple statements/.test(message)) return notOneStatement("there are several");
  if (/^No statement to prepare/.test(message)) return notOneStatement("there is none");
  if (/^Values were not provided/.test(message)) {
    return new DuckDBError("FLOE_DUCKDB_PARAMETERS", `Cannot bind values: ${message}`, {
      hint: "Give every parameter of the statement a value.",
    });
  }
  return new DuckDBSqlError({
    exceptionType: type,
    reason: maskCredentials(message, sql),
    position: offset === undefined ? undefined : placeIn(sql, prefix, offset),
    hint: HINTS[type] ?? "Correct the statement, or what it works on.",
  });
}

const HINTS: Readonly<Partial<Record<string, string>>> = {
  "Out of Memory": "Raise memoryLimit or lower threads; settings.temp_directory says where DuckDB may spill to.",
  TransactionContext: "Another session changed the same thing at the same time: run it again.",
};

function placeIn(sql: string, prefix: string, { offset, unit }: TextOffset): TextPosition {
  return textPosition(sql, { offset: offset - textLength(prefix, unit), unit });
}

/** Exactly one statement was needed. */
export function notOneStatement(reason: string): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_ONE_STATEMENT", `Cannot run the statement: ${reason}`, {
    hint: "State exactly one statement; a PIVOT without its values counts as two: list them with ON column IN (...).",
  });
}
