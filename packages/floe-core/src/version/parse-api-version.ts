import { typeName } from "../text/type-name.ts";
import { isSemver } from "./is-semver.ts";

/** A plugin-API version, as far as compatibility looks at it. */
export interface ApiVersion {
  readonly major: number;
  readonly minor: number;
  /** Absent when the version was written as `X.Y`. */
  readonly patch?: number;
}

/** `X.Y` without leading zeros; `\d` without the u flag is ASCII only. */
const SHORT_FORM = /^(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Nothing longer holds two safe integers, so nothing longer is looked at. */
const MAX_SHORT_LENGTH = 33;

/**
 * Reads a plugin-API version: `X.Y` or full semver, whose pre-release and build tags are dropped.
 * Nothing is trimmed or guessed: `01.0`, `+1.0`, `1`, `1.0-beta` and `" 1.0"` are no versions.
 *
 * @throws RangeError if `text` is not such a version.
 * @example
 * ```ts
 * import { parseApiVersion } from "floe-core";
 * console.log(parseApiVersion("1.2")); // { major: 1, minor: 2 }
 * ```
 */
export function parseApiVersion(text: string): ApiVersion {
  const version = tryParseApiVersion(text);
  if (version !== undefined) return version;
  throw new RangeError(`Cannot parse an API version: ${notAnApiVersion(text)}`);
}

/** What was read last: all plugins of a platform state the same few versions, and mostly the same one. */
let last: { readonly text: string; readonly version: ApiVersion | undefined } | undefined;

/** Like {@link parseApiVersion}, but undefined for what is not a version, of whatever type. */
export function tryParseApiVersion(text: unknown): ApiVersion | undefined {
  if (typeof text !== "string") return undefined;
  if (last?.text !== text) last = { text, version: Object.freeze(versionOf(text)) };
  return last.version;
}

function versionOf(text: string): ApiVersion | undefined {
  const [major, minor, patch] = numbersOf(text);
  if (!isSafe(major) || !isSafe(minor)) return undefined;
  if (patch === undefined) return { major, minor };
  return isSafe(patch) ? { major, minor, patch } : undefined;
}

/** Says why `text` is not an API version; shows at most its first 40 characters. */
export function notAnApiVersion(text: unknown): string {
  const shown = typeof text === "string" ? JSON.stringify(text.slice(0, 40)) : `a value of type ${typeName(text)}`;
  return `${shown} is neither X.Y nor a semantic version`;
}

function numbersOf(text: string): number[] {
  const short = text.length <= MAX_SHORT_LENGTH ? SHORT_FORM.exec(text) : null;
  if (short !== null) return short.slice(1).map(Number);
  return isSemver(text) ? text.split(/[.+-]/, 3).map(Number) : [];
}

function isSafe(value: number | undefined): value is number {
  return Number.isSafeInteger(value);
}
