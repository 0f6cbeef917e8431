import type { DocumentPath } from "../document/document-path.ts";
import { readName } from "./name-rule.ts";
import type { ShapeReader } from "./shape-reader.ts";

/** A transform as a platform file lists it: a file, or the SQL itself. */
export type TransformEntry =
  | { readonly at: DocumentPath; readonly path: string; readonly name: string | undefined }
  | { readonly at: DocumentPath; readonly sql: string; readonly name: string };

/** Where a product's transforms are: in a folder, or listed one by one. */
export type TransformsEntry =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "list"; readonly entries: readonly TransformEntry[] };

const ROOT: DocumentPath = ["transforms"];
const EXPECTED = "a folder of .sql files, or a list of transforms";
const EXPECTED_ENTRY = "the path of a .sql file, { path, name } or { name, sql }";

/** The `transforms` of a product; undefined if there are none or they cannot be read. */
export function readTransforms(reader: ShapeReader): TransformsEntry | undefined {
  if (!Array.isArray(reader.at(ROOT))) {
    const path = reader.text(ROOT, EXPECTED);
    return path === undefined ? undefined : { kind: "folder", path };
  }
  const items = reader.list(ROOT, EXPECTED) ?? [];
  return { kind: "list", entries: items.flatMap((_, index) => readEntry(reader, [...ROOT, index]) ?? []) };
}

function readEntry(reader: ShapeReader, at: DocumentPath): TransformEntry | undefined {
  if (typeof reader.at(at) === "string") {
    const path = reader.text(at, EXPECTED_ENTRY);
    return path === undefined ? undefined : { at, path, name: undefined };
  }
  const entry = reader.mapping(at, ["name", "path", "sql"], EXPECTED_ENTRY);
  if (entry === undefined) return undefined;
  if (entry["path"] !== undefined && entry["sql"] !== undefined) {
    reader.report([...at, "sql"], {
      code: "value_invalid",
      message: "a transform has both a path and SQL",
      expected: EXPECTED_ENTRY,
      found: "{ path, sql }",
      remedy: "Keep one of the two.",
    });
    return undefined;
  }
  if (entry["sql"] === undefined) return readFileEntry(reader, at, entry["name"] !== undefined);
  const name = readName(reader, [...at, "name"]);
  const sql = reader.text([...at, "sql"], "one SELECT");
  return name === undefined || sql === undefined ? undefined : { at: [...at, "sql"], sql, name };
}

function readFileEntry(reader: ShapeReader, at: DocumentPath, isNamed: boolean): TransformEntry | undefined {
  const path = reader.requiredText([...at, "path"], "the path of a .sql file");
  const name = isNamed ? readName(reader, [...at, "name"]) : undefined;
  return path === undefined || (isNamed && name === undefined) ? undefined : { at: [...at, "path"], path, name };
}
