import type { DocumentPath } from "../document/document-path.ts";
import { readName } from "./name-rule.ts";
import type { ShapeReader } from "./shape-reader.ts";

/** A source as a platform file states it. */
export interface SourceEntry {
  readonly name: string;
  /** As written, with references resolved; relative to the file. */
  readonly path: string;
  readonly at: DocumentPath;
}

/** The sources of a product, in the order of the file. */
export function readSources(reader: ShapeReader): SourceEntry[] {
  const items = reader.list(["sources"], "a list of { name, path }") ?? [];
  return items.flatMap((_, index) => {
    const at = ["sources", index];
    if (reader.mapping(at, ["name", "path"], "{ name, path }") === undefined) return [];
    const name = readName(reader, [...at, "name"]);
    const path = reader.requiredText([...at, "path"], "the path of a file");
    return name === undefined || path === undefined ? [] : [{ name, path, at }];
  });
}
