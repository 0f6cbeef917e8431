import path from "node:path";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { isName, NAME_RULE } from "../product/name-rule.ts";
import type { TransformEntry, TransformsEntry } from "../product/read-transforms.ts";
import type { ShapeReader } from "../product/shape-reader.ts";
import { listSqlFiles } from "./list-sql-files.ts";
import { readHeader } from "./read-header.ts";
import { readSqlFile } from "./read-sql-file.ts";
import { isEmptySql, sqlOfEntry, type SqlText } from "./sql-text.ts";
import type { TransformSettings } from "./transform-settings.ts";

/** A transform as read: its settings are known, what it depends on is not. */
export interface TransformDraft {
  readonly name: string;
  readonly text: SqlText;
  readonly settings: TransformSettings;
  /** Reports about the header, with places in it. */
  readonly header: ShapeReader;
}

/**
 * Reads the transforms of a product, reporting what cannot be read. Those of a folder come sorted by file,
 * listed ones in the order of the list.
 *
 * @param root The folder that paths are relative to.
 */
export function collectTransforms(reader: ShapeReader, entry: TransformsEntry | undefined, root: string): TransformDraft[] {
  if (entry === undefined) return [];
  if (entry.kind === "list") return entry.entries.flatMap((one) => readEntry(reader, one, root) ?? []);
  const files = listSqlFiles(path.resolve(root, entry.path));
  const failure = "reason" in files ? files.reason : files.length === 0 ? "it holds no .sql file" : undefined;
  if ("reason" in files || failure !== undefined) {
    reader.report(["transforms"], {
      code: "transforms_not_found",
      message: `the transforms cannot be read from ${entry.path}: ${failure}`,
      expected: "a folder with .sql files, relative to the platform file",
      found: entry.path,
      remedy: "Correct the path, or put a .sql file there.",
    });
    return [];
  }
  return files.flatMap((file) => draft(path.basename(file, ".sql"), readSqlFile(file), reader.problems, file) ?? []);
}

function readEntry(reader: ShapeReader, entry: TransformEntry, root: string): TransformDraft | undefined {
  if ("sql" in entry) {
    const text = sqlOfEntry(entry.at, entry.sql, reader.document.locate(entry.at));
    return draft(entry.name, text, reader.problems, "");
  }
  const file = path.resolve(root, entry.path);
  const text = readSqlFile(file);
  if (!("reason" in text)) return draft(entry.name ?? path.basename(file, ".sql"), text, reader.problems, file);
  reader.report(entry.at, unreadable(entry.path, text.reason));
  return undefined;
}

function draft(
  name: string,
  text: SqlText | { readonly reason: string },
  problems: ProblemList,
  file: string,
): TransformDraft | undefined {
  if ("reason" in text) {
    problems.addAt({ file }, [], unreadable(file, text.reason));
    return undefined;
  }
  if (!isName(name)) {
    problems.addAt(text.locate(), text.path, {
      code: "name_invalid",
      message: `"${name}" is not a valid name for a transform`,
      expected: NAME_RULE,
      found: `"${name}"`,
      remedy: "Rename the file.",
    });
    return undefined;
  }
  const { settings, reader } = readHeader(text, problems);
  if (!isEmptySql(text.sql)) return { name, text, settings, header: reader };
  problems.addAt(text.locate(1, 1), text.path, {
    code: "sql_invalid",
    message: `the transform ${name} holds no SQL`,
    expected: "one SELECT",
    found: "nothing but comments",
  });
  return undefined;
}

function unreadable(file: string, reason: string): ProblemDetails {
  return {
    code: "transform_unreadable",
    message: `the transform ${file} cannot be read: ${reason}`,
    expected: "a .sql file that can be read, UTF-8",
    found: file,
    remedy: "Correct the path, or the file.",
  };
}
