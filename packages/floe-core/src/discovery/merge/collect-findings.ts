import { reasonOf } from "../../errors/plugin-error.ts";
import type { SkippedEntry } from "../discovery-report.ts";
import type { DiscoveryRequest, DiscoverySource, FoundEntry } from "../discovery-source.ts";
import { unknownGroupProblem } from "../manifest/group-problems.ts";
import { parsePreferences, type Preferences } from "../manifest/parse-preferences.ts";
import { areOwnFindings } from "../own-findings.ts";
import { printable } from "../printable.ts";
import { toVerdict } from "../problem.ts";
import { rejectFound } from "./reject-found.ts";
import { readFindings, type ReadFindings } from "./read-findings.ts";

/** What all sources found, in their order. */
export interface CollectedFindings {
  readonly entries: readonly FoundEntry[];
  readonly skipped: readonly SkippedEntry[];
  /** Plugin key to package: where two sources disagree, the first one counts. */
  readonly prefer: ReadonlyMap<string, string>;
  readonly packagesRead: number;
}

/** Asks each source once. One that throws or answers nonsense leaves a verdict and hides no other. */
export function collectFindings(sources: readonly DiscoverySource[], request: DiscoveryRequest): CollectedFindings {
  const entries: FoundEntry[] = [];
  const skipped: SkippedEntry[] = [];
  const prefer = new Map<string, string>();
  let packagesRead = 0;
  for (const source of sources) {
    const findings = ask(source, request);
    if (!("entries" in findings)) {
      skipped.push(findings);
      continue;
    }
    packagesRead += findings.packagesRead;
    for (const verdict of findings.skipped) skipped.push(verdict);
    for (const found of findings.entries) {
      const { type } = found.entryPoint;
      if (request.groups.includes(type)) entries.push(found);
      else skipped.push(rejectFound(found, unknownGroupProblem(type, request.groups)));
    }
    const { choices } = findings;
    for (const rejection of choices.rejections) skipped.push(toVerdict(rejection, { package: "", file: "" }));
    for (const [key, preferred] of Object.entries(choices.prefer)) {
      if (!prefer.has(key)) prefer.set(key, preferred);
    }
  }
  return { entries, skipped, prefer, packagesRead };
}

/** What a source answered, its preferences read as well. */
type Answer = ReadFindings & { readonly choices: Preferences };

function ask(source: DiscoverySource, request: DiscoveryRequest): Answer | SkippedEntry {
  try {
    const found = source.discover(request);
    const findings = areOwnFindings(found) ? { prefer: undefined, ...found } : readFindings(found);
    return { ...findings, choices: parsePreferences(findings.prefer, request.groups, "prefer") };
  } catch (error) {
    return sourceFailed(source, error);
  }
}

function sourceFailed(source: DiscoverySource, error: unknown): SkippedEntry {
  const reason = printable(reasonOf(error), 200);
  const rejection = {
    path: "",
    action: `ask the discovery source "${nameOf(source)}"`,
    problem: {
      code: "source_failed" as const,
      expected: "findings",
      found: printable(reason),
      reason,
      remedy: "Correct the source, or leave it out of the registry's `sources`.",
    },
  };
  return toVerdict(rejection, { package: "", file: "" });
}

/** A source that failed may not even have the name that its type promises. */
function nameOf(source: unknown): string {
  try {
    const name: unknown = Reflect.get(Object(source), "name");
    return typeof name === "string" ? printable(name) : "(unnamed)";
  } catch {
    return "(unnamed)";
  }
}
