import type { SkippedEntry } from "../discovery-report.ts";
import type { FoundEntry } from "../discovery-source.ts";
import type { PackageRef } from "../entry-point.ts";
import { printable } from "../printable.ts";
import type { Problem } from "../problem.ts";
import { rejectFound } from "./reject-found.ts";

/** Entries of one copy of each package, and verdicts on those of further copies. */
export interface WithoutCopies {
  readonly entries: readonly FoundEntry[];
  readonly skipped: readonly SkippedEntry[];
}

/**
 * The same version of a package at two paths is one package twice: its first copy counts. An entry that
 * two sources found at the same place is one entry.
 */
export function dropCopies(found: readonly FoundEntry[]): WithoutCopies {
  const homes = new Map<string, string>();
  const places = new Set<string>();
  const entries: FoundEntry[] = [];
  const skipped: SkippedEntry[] = [];
  for (const entry of found) {
    const { key, file, export: exported, package: owner } = entry.entryPoint;
    const identity = `${owner.name}\n${owner.version}`;
    const home = homes.get(identity) ?? owner.path;
    homes.set(identity, home);
    const place = [key, owner.name, owner.version, owner.path, file, exported].join("\n");
    if (home !== owner.path) skipped.push(rejectFound(entry, copyProblem(owner, home)));
    // Entries that are no files have no place that could tell them apart.
    else if (file === "" || !places.has(place)) entries.push(entry);
    places.add(place);
  }
  return { entries, skipped };
}

function copyProblem({ name, version, path }: PackageRef, home: string): Problem {
  return {
    code: "duplicate_copy",
    expected: `one copy of ${name} ${version}`,
    found: printable(path),
    reason: `${name} ${version} is installed twice, and the copy in ${printable(home, 500)} is nearer to the application`,
    remedy: 'Nothing has to be done; "npm dedupe" or its like in other package managers removes the copy.',
  };
}
