import { stat } from "node:fs/promises";
import path from "node:path";
import type { SourceFile } from "floe-core";
import { DuckDBError } from "../errors/duckdb-error.ts";
import { DuckDBSqlError } from "../errors/duckdb-sql-error.ts";
import { locateRelation } from "../relation/relation.ts";
import { relationKind } from "../relation/relation-kind.ts";
import { retryConflicts } from "../session/retry-conflicts.ts";
import type { Statements } from "../session/statements.ts";
import { quoteLiteral } from "../sql/quote-literal.ts";
import { readerFor } from "./reader-for.ts";

/**
 * Makes a file readable under the source's name, as a view in the session's default schema.
 *
 * @throws DuckDBError FLOE_DUCKDB_SOURCE if the file is not there or cannot be read, or a table has the name.
 */
export async function registerSource(statements: Statements, source: SourceFile): Promise<void> {
  const reader = readerFor(source.path);
  await checkFile(source);
  const relation = await locateRelation(statements, source.name);
  if ((await relationKind(statements, relation)) === "table") {
    throw refused(source, "a table has this name", "Rename the source, or drop the table.");
  }
  try {
    const view = `CREATE OR REPLACE VIEW ${relation.name} AS FROM ${reader}(${quoteLiteral(source.path)})`;
    await retryConflicts(() => statements.run(view));
  } catch (error) {
    if (!(error instanceof DuckDBSqlError)) throw error;
    throw refused(source, `${error.exceptionType} error: ${error.reason}`, `Check that ${source.path} is what its name says.`);
  }
}

async function checkFile(source: SourceFile): Promise<void> {
  if (!path.isAbsolute(source.path)) {
    throw refused(source, `${source.path} is not absolute`, "State the whole path: a view outlives the folder it was made in.");
  }
  const hint = "Correct the path of the source, or put the file there.";
  try {
    if ((await stat(source.path)).isFile()) return;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw refused(source, code === "ENOENT" ? `${source.path} does not exist` : `${source.path} cannot be read (${code})`, hint);
  }
  throw refused(source, `${source.path} is not a file`, hint);
}

function refused({ name }: SourceFile, reason: string, hint: string): DuckDBError {
  return new DuckDBError("FLOE_DUCKDB_SOURCE", `Cannot register source "${name}": ${reason}`, { hint });
}
