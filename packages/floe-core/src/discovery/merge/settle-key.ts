import type { PluginKey } from "../../plugin-key.ts";
import type { DiscoveryConflict } from "../discovery-report.ts";
import type { FoundEntry } from "../discovery-source.ts";
import type { PackageRef } from "../entry-point.ts";
import { tryParsePreferred } from "../manifest/parse-preferences.ts";
import { printable } from "../printable.ts";

/** The entries that offer one key. */
export interface Candidates {
  /** The only one, or the one that `prefer` picks; undefined while they are in conflict. */
  readonly chosen: FoundEntry | undefined;
  /** All of them, sorted. */
  readonly all: readonly FoundEntry[];
}

/** The candidates of one key, and their conflict if nothing settles it. */
export interface SettledKey {
  readonly candidates: Candidates;
  readonly conflict?: DiscoveryConflict;
}

/** Chooses among the sorted entries that offer `key`; `preferred` is what `prefer` says of it, well formed. */
export function settleKey(key: PluginKey, all: readonly FoundEntry[], preferred: string | undefined): SettledKey {
  const matching = preferred === undefined ? all : all.filter((entry) => isPreferred(entry, preferred));
  const chosen = all.length === 1 ? all[0] : matching.length === 1 ? matching[0] : undefined;
  const candidates = Object.freeze({ chosen, all: Object.freeze(all) });
  return chosen === undefined ? { candidates, conflict: describe(key, all, preferred, matching.length) } : { candidates };
}

function isPreferred({ entryPoint }: FoundEntry, preferred: string): boolean {
  const wanted = tryParsePreferred(preferred);
  if (wanted?.name !== entryPoint.package.name) return false;
  return wanted.version === undefined || wanted.version === entryPoint.package.version;
}

function describe(
  key: PluginKey,
  all: readonly FoundEntry[],
  preferred: string | undefined,
  matching: number,
): DiscoveryConflict {
  const owners = all.map(({ entryPoint }) => entryPoint.package);
  const named = owners.map(({ name, version, path }) => printable(`${name} ${version}${path === "" ? "" : ` (${path})`}`, 500));
  const but = preferred === undefined ? "" : `; prefer names ${printable(preferred)}, which ${misses(matching)}`;
  const pick = distinctName(owners);
  return Object.freeze({
    key,
    candidates: Object.freeze(owners),
    message: `Cannot choose plugin ${key}: offered by ${named.join(" and ")}${but}`,
    remedy:
      pick === undefined
        ? "Remove one of them."
        : `Remove one of them, or choose in the application's package.json: "floe": { "prefer": { "${key}": "${pick}" } }.`,
  });
}

function misses(matching: number): string {
  return matching === 0 ? "does not offer it" : "offers it more than once";
}

/** What to write into `prefer` for the first candidate that can be told from the others. */
function distinctName(owners: readonly PackageRef[]): string | undefined {
  const spellings = owners.map(({ name }) => name);
  const exact = owners.map(({ name, version }) => `${name}@${version}`);
  return [...spellings, ...exact].find((text, _, texts) => texts.indexOf(text) === texts.lastIndexOf(text));
}
