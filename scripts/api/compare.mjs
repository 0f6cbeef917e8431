/**
 * What changed from one report to the next, line by line. The order of members and declarations does not count.
 *
 * @param {string} before
 * @param {string} after
 * @returns {{ removed: string[], added: string[] }}
 */
export function compareReports(before, after) {
  return { removed: linesMissing(before, after), added: linesMissing(after, before) };
}

/**
 * The smallest release that may carry the change. A removed or changed line breaks somebody: major, and minor as long
 * as the version is 0.x. An added line is minor.
 *
 * @param {{ removed: readonly string[], added: readonly string[] }} change
 * @param {string} version the package's version before the change
 * @returns {"major" | "minor" | undefined} undefined if nothing changed
 */
export function neededBump({ removed, added }, version) {
  if (removed.length > 0) return version.startsWith("0.") ? "minor" : "major";
  return added.length > 0 ? "minor" : undefined;
}

/** @param {string} text @param {string} other */
function linesMissing(text, other) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const line of signatureLines(other)) left.set(line, (left.get(line) ?? 0) + 1);
  return signatureLines(text).filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/**
 * Lines that state a signature, each behind the lines it stands in: a member belongs to its class. Prose, closing
 * brackets and remarks on documentation are left out.
 *
 * @param {string} report
 */
function signatureLines(report) {
  const code = /```ts\n([\s\S]*?)```/.exec(report)?.[1] ?? "";
  /** @type {string[]} */
  const around = [];
  return code
    .split("\n")
    .filter((line) => /\w/.test(line) && !/^\s*\/\//.test(line))
    .map((line) => {
      const depth = Math.floor((line.length - line.trimStart().length) / 4);
      around.length = Math.min(around.length, depth);
      const stated = [...around, line.trim()].join(" ");
      around.push(line.trim());
      return stated;
    });
}
