import { printable } from "../printable.ts";
import { entryAction, type Checked, type Rejection } from "../problem.ts";
import { invalidGroupProblem, unknownGroupProblem } from "./group-problems.ts";
import { isJsonObject } from "./json-object.ts";
import { pluginNameProblem } from "./plugin-name-problem.ts";

/** Entries as they are read; each ends up in exactly one of the two lists. */
export interface ParsedEntries<Entry> {
  readonly entries: Entry[];
  readonly rejections: Rejection[];
}

/**
 * Reads the entries of group `type`, plugin name to whatever `parseValue` understands, into `parsed`.
 * `parseValue` is called only for a known group and a valid name, with the entry's JSON path.
 */
export function parseGroup<Entry>(
  type: string,
  group: unknown,
  groups: readonly string[],
  parseValue: (name: string, value: unknown, path: string) => Checked<Entry>,
  parsed: ParsedEntries<Entry>,
): void {
  const unknown = groups.includes(type) ? undefined : unknownGroupProblem(type, groups);
  const groupPath = printable(type);
  if (!isJsonObject(group)) {
    const problem = unknown ?? invalidGroupProblem(group);
    parsed.rejections.push({ path: groupPath, action: `read the group ${groupPath}`, problem });
    return;
  }
  for (const [name, value] of Object.entries(group)) {
    const path = `${groupPath}.${printable(name)}`;
    const problem = unknown ?? pluginNameProblem(name);
    const entry = problem === undefined ? parseValue(name, value, path) : { problem };
    if (entry.problem === undefined) parsed.entries.push(entry.value);
    else parsed.rejections.push({ path, action: entryAction(type, name), problem: entry.problem });
  }
}
