import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { reasonOf, type SourceFile } from "floe-core";
import type { SourceEntry } from "../product/read-sources.ts";
import type { ShapeReader } from "../product/shape-reader.ts";

/** The sources with absolute paths; those whose file cannot be read are reported and kept, so that SQL may name them. */
export function checkSources(reader: ShapeReader, entries: readonly SourceEntry[], root: string): SourceFile[] {
  return entries.map((entry) => {
    const file = path.resolve(root, entry.path);
    const reason = unreadable(file);
    if (reason !== undefined) {
      reader.report([...entry.at, "path"], {
        code: "source_not_found",
        message: `the source ${entry.name} cannot be read from ${entry.path}: ${reason}`,
        expected: "a file, relative to the platform file",
        found: entry.path,
        remedy: "Correct the path, or put the file there.",
      });
    }
    return { name: entry.name, path: file };
  });
}

function unreadable(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return "it does not exist";
    if (!found.isFile()) return "it is not a file";
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
