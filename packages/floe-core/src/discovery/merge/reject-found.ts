import path from "node:path";
import type { SkippedEntry } from "../discovery-report.ts";
import type { FoundEntry } from "../discovery-source.ts";
import { printable } from "../printable.ts";
import { entryAction, toVerdict, type Problem } from "../problem.ts";

/** The verdict on an entry that its source accepted and that cannot be accepted beside the others. */
export function rejectFound({ entryPoint }: FoundEntry, problem: Problem): SkippedEntry {
  const { type, name, package: owner } = entryPoint;
  return toVerdict(
    { path: `${printable(type)}.${name}`, action: entryAction(type, name), problem },
    { package: owner.name, file: owner.path === "" ? "" : path.join(owner.path, "package.json") },
  );
}
