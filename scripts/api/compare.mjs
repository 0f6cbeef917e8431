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
 * The smallest release that may carry the change: a removed or changed line breaks somebody, an added line does not.
 *
 * @param {{ removed: readonly string[], added: readonly string[] }} change
 * @returns {"major" | "minor" | undefined} undefined if nothing changed
 */
export function neededBump({ removed, added }) {
  if (removed.length > 0) return "major";
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
 * Lines that state a signature, each behind the lines it stands in: a member belongs to its class. Prose, remarks on
 * documentation and brackets that only close are left out; `}[];` and `} | {` say something.
 *
 * @param {string} report
 */
function signatureLines(report) {
  const code = /```\w+\n([\s\S]*?)```/.exec(report)?.[1] ?? "";
  /** @type {string[]} */
  const around = [];
  return code
    .split("\n")
    .filter((line) => !/^[\s})>;,]*$/.test(line) && !/^\s*\/\//.test(line))
    .map((line) => {
      // Which step the plugin API takes is judged by its own report: one that only adds is no breaking change here.
      const text = line.trim().replace(/^(export const FLOE_PLUGIN_API_VERSION =) .*/, "$1");
      const depth = Math.floor((line.length - line.trimStart().length) / 4);
      // What closes a bracket and goes on belongs to the line that opened it.
      const closes = /^[})\]]/.test(text);
      around.length = Math.min(around.length, closes ? depth + 1 : depth);
      const stated = [...around, text].join(" ");
      if (!closes) around.push(text);
      return stated;
    });
}
