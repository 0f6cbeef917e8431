/** The pattern published on semver.org, anchored; `\d` without the u flag is ASCII only. */
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

/** The bound that the `semver` package sets too; it also bounds the time the pattern takes. */
const MAX_LENGTH = 256;

/**
 * Whether `text` is a full semantic version, `1.2.3` with optional pre-release and build tags.
 * Strict: no leading `v`, no spaces, no leading zeros, at most 256 characters.
 *
 * @example
 * ```ts
 * import { isSemver } from "floe-core";
 * console.log(isSemver("1.2.3-rc.1"), isSemver("v1.2.3")); // true false
 * ```
 */
export function isSemver(text: unknown): text is string {
  return typeof text === "string" && text.length <= MAX_LENGTH && SEMVER.test(text);
}
