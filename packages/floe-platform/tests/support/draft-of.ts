import type { ProblemList } from "../../src/problems/problem-list.ts";
import type { TransformDraft } from "../../src/transforms/collect-transforms.ts";
import { readHeader } from "../../src/transforms/read-header.ts";
import { sqlOfFile } from "../../src/transforms/sql-text.ts";

/** A transform as if read from `<name>.sql`. */
export function draftOf(name: string, sql: string, problems: ProblemList): TransformDraft {
  const text = sqlOfFile(`${name}.sql`, sql);
  const { settings, reader } = readHeader(text, problems);
  return { name, text, settings, header: reader };
}
