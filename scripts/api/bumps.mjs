/** @typedef {"patch" | "minor" | "major"} Bump */

const RANK = { patch: 1, minor: 2, major: 3 };

/**
 * Whether `found` is at least `needed`.
 *
 * @param {Bump | undefined} found
 * @param {Bump | undefined} needed
 */
export function isEnough(found, needed) {
  return needed === undefined || (found !== undefined && RANK[found] >= RANK[needed]);
}

/**
 * What the rule calls major is minor while the version is 0.x.
 *
 * @param {Bump | undefined} bump
 * @param {string} version the version before the change
 */
export function bumpFor(bump, version) {
  return bump === "major" && version.startsWith("0.") ? "minor" : bump;
}

/**
 * The first part in which one version differs from the other; undefined if it did not grow. Tags do not count.
 *
 * @param {string} before `X.Y` or `X.Y.Z`
 * @param {string} after
 * @returns {Bump | undefined}
 */
export function growth(before, after) {
  const [from, to] = [before, after].map((version) => version.replace(/[-+].*/, "").split(".").map(Number));
  const at = (from ?? []).findIndex((part, index) => part !== to?.[index]);
  if (at === -1 || (to?.[at] ?? 0) < (from?.[at] ?? 0)) return undefined;
  return /** @type {const} */ (["major", "minor", "patch"])[at];
}
