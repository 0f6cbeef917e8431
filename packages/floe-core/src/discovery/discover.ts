import type { PluginKey } from "../plugin-key.ts";
import { compareText } from "./compare-text.ts";
import type { DiscoveryConflict, DiscoveryReport, SkippedEntry } from "./discovery-report.ts";
import type { DiscoveryRequest, DiscoverySource, FoundEntry } from "./discovery-source.ts";
import { parsePreferences } from "./manifest/parse-preferences.ts";
import { collectFindings } from "./merge/collect-findings.ts";
import { dropCopies } from "./merge/drop-copies.ts";
import { settleKey, type Candidates } from "./merge/settle-key.ts";
import { toVerdict } from "./problem.ts";

export type { Candidates } from "./merge/settle-key.ts";

/** What the registry keeps of one discovery. */
export interface Discovery {
  readonly report: DiscoveryReport;
  /** Every key that something offers, in order. */
  readonly candidates: ReadonlyMap<PluginKey, Candidates>;
}

/**
 * Asks every source once, merges what they found and settles which entry a key means. Never throws, and
 * everything in the result is sorted and frozen.
 *
 * @param prefer the host's choices, plugin key to `package-name` or `package-name@1.2.3`. They go before
 *   the application's own. One that is not well formed gets a `prefer_invalid` verdict; one for a key that
 *   is not in conflict changes nothing.
 */
export function discover(
  sources: readonly DiscoverySource[],
  request: DiscoveryRequest,
  prefer: Readonly<Record<string, string>>,
): Discovery {
  const startedAt = monotonicMs();
  const collected = collectFindings(sources, request);
  const { entries, skipped } = dropCopies(collected.entries);
  const choices = parsePreferences(prefer, request.groups, "prefer");
  const preferred = new Map([...collected.prefer, ...Object.entries(choices.prefer)]);
  const refused = choices.rejections.map((rejection) => toVerdict(rejection, { package: "", file: "" }));

  const sorted = entries.toSorted(compareEntries);
  const candidates = new Map<PluginKey, Candidates>();
  const conflicts: DiscoveryConflict[] = [];
  for (const [key, all] of groupByKey(sorted)) {
    const settled = settleKey(key, all, preferred.get(key));
    candidates.set(key, settled.candidates);
    if (settled.conflict !== undefined) conflicts.push(settled.conflict);
  }
  const report = Object.freeze({
    entryPoints: Object.freeze(sorted.map(({ entryPoint }) => entryPoint)),
    skipped: Object.freeze([...collected.skipped, ...skipped, ...refused].sort(compareVerdicts)),
    conflicts: Object.freeze(conflicts),
    packagesRead: collected.packagesRead,
    durationMs: monotonicMs() - startedAt,
    fromCache: false,
  });
  return Object.freeze({ report, candidates });
}

/** Not `performance.now()`: Node loads what is behind it on first use, which takes as long as reading fifty packages. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function groupByKey(entries: readonly FoundEntry[]): Map<PluginKey, FoundEntry[]> {
  const groups = new Map<PluginKey, FoundEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.entryPoint.key);
    if (group === undefined) groups.set(entry.entryPoint.key, [entry]);
    else group.push(entry);
  }
  return groups;
}

function compareEntries({ entryPoint: left }: FoundEntry, { entryPoint: right }: FoundEntry): number {
  return (
    compareText(left.key, right.key) ||
    compareText(left.package.name, right.package.name) ||
    compareText(left.package.version, right.package.version) ||
    compareText(left.package.path, right.package.path) ||
    compareText(left.file, right.file) ||
    compareText(left.export, right.export)
  );
}

function compareVerdicts(left: SkippedEntry, right: SkippedEntry): number {
  return (
    compareText(left.package, right.package) ||
    compareText(left.file, right.file) ||
    compareText(left.path, right.path) ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}
