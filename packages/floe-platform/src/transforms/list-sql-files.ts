import { reasonOf } from "floe-core";

import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The .sql files below `folder`, absolute and sorted, or why there are none to read. Hidden folders are left out. */
export function listSqlFiles(folder: string): readonly string[] | { readonly reason: string } {
  try {
    const files: string[] = [];
    const folders = [folder];
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        const file = path.join(next, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith(".")) folders.push(file);
        else if (entry.name.endsWith(".sql") && (entry.isFile() || isLinkToFile(file))) files.push(file);
      }
    }
    return files.sort();
  } catch (error) {
    return { reason: isCode(error, "ENOENT") ? "it does not exist" : isCode(error, "ENOTDIR") ? "it is not a folder" : reasonOf(error) };
  }
}

/** Links to folders are not followed: they may lead back. */
function isLinkToFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
