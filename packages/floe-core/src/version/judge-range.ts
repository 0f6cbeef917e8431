import { createRequire } from "node:module";
import type semverSatisfies from "semver/functions/satisfies.js";
import type semverValidRange from "semver/ranges/valid.js";
import { typeName } from "../text/type-name.ts";
import { isSemver } from "./is-semver.ts";

/** Whether a version lies in a range, or cannot be judged. */
export interface RangeVerdict {
  readonly satisfied: boolean;
  /** Why it cannot be judged: the range or the version is not valid. Absent if it was judged. */
  readonly problem?: string;
}

/** Nobody writes longer ranges by hand, and the time to read one grows with its length. */
const MAX_RANGE_LENGTH = 1024;

const SATISFIED: RangeVerdict = Object.freeze({ satisfied: true });
const NOT_SATISFIED: RangeVerdict = Object.freeze({ satisfied: false });

/**
 * Judges a plugin's version against a semver range by npm's rules. A pre-release satisfies a range only if
 * the range itself names a pre-release of the same X.Y.Z: `1.2.0-rc.1` is not in `^1.2.0`, but is in
 * `^1.2.0-rc.0`. `*` and the empty range take every version, pre-releases and unknown ones too.
 *
 * Never throws. The semver package is loaded on the first range that has to be read.
 */
export function judgeRange(version: string | undefined, range: string): RangeVerdict {
  // Dependencies come from package.json files and from plugins in plain JavaScript.
  if (typeof range !== "string") return unreadable(`a value of type ${typeName(range)} is not a version range`);
  const trimmed = range.trim();
  if (trimmed === "" || trimmed === "*") return SATISFIED;
  if (version === undefined) return unreadable("its version is not known");
  if (!isSemver(version)) return unreadable(`its version ${shown(version)} is not valid`);
  semver ??= loadSemver();
  if (trimmed.length > MAX_RANGE_LENGTH || semver.validRange(trimmed) === null) {
    return unreadable(`${shown(range)} is not a version range`);
  }
  return semver.satisfies(version, trimmed) ? SATISFIED : NOT_SATISFIED;
}

let semver: { satisfies: typeof semverSatisfies; validRange: typeof semverValidRange } | undefined;

/** Through `require`, which is synchronous: a range is judged in the middle of a resolution. */
function loadSemver(): NonNullable<typeof semver> {
  const require = createRequire(import.meta.url);
  return {
    satisfies: require("semver/functions/satisfies") as typeof semverSatisfies,
    validRange: require("semver/ranges/valid") as typeof semverValidRange,
  };
}

function unreadable(problem: string): RangeVerdict {
  return Object.freeze({ satisfied: false, problem });
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
