import type { DocumentPath } from "../document/document-path.ts";
import type { SourcePosition } from "../document/source-position.ts";

/** The SQL of a transform, and where it stands. */
export interface SqlText {
  /** As written, without byte-order mark and closing semicolon; lines and columns are those of the file. */
  readonly sql: string;
  /** The .sql file, absolute; undefined for SQL inside a platform file. */
  readonly file: string | undefined;
  /** Where a platform file holds it; empty for a .sql file. */
  readonly path: DocumentPath;
  /** A place in the SQL as a place in a file. SQL inside a platform file is all in one place. */
  locate(line?: number, column?: number): SourcePosition;
}

/** The SQL of a .sql file. */
export function sqlOfFile(file: string, text: string): SqlText {
  return {
    sql: withoutEnd(text),
    file,
    path: [],
    locate: (line, column) => ({ file, ...(line === undefined ? {} : { line, ...(column === undefined ? {} : { column }) }) }),
  };
}

/** SQL that a platform file holds itself, at `position`. */
export function sqlOfEntry(path: DocumentPath, text: string, position: SourcePosition): SqlText {
  return { sql: withoutEnd(text), file: undefined, path, locate: () => position };
}

/** Whether there is nothing but comments. */
export function isEmptySql(sql: string): boolean {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "").trim() === "";
}

/** A statement is put into others (`CREATE TABLE ... AS`), where a semicolon would end it. */
function withoutEnd(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/[;\s]+$/, "");
}
