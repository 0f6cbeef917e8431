import { readFileSync } from "node:fs";
import { reasonOf } from "floe-core";
import { sqlOfFile, type SqlText } from "./sql-text.ts";

/** The SQL of `file`, or why it cannot be read. */
export function readSqlFile(file: string): SqlText | { readonly reason: string } {
  try {
    return sqlOfFile(file, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file)));
  } catch (error) {
    return { reason: error instanceof TypeError ? "it is not UTF-8 text" : reasonOf(error) };
  }
}
