import type { SkipCode } from "../discovery-report.ts";
import { showValue } from "../printable.ts";
import type { Checked } from "../problem.ts";

/** Where an entry's value points: a file of the package and one of its exports. */
export interface EntryTarget {
  /** Relative to the package's folder, with `/` between its parts. */
  readonly file: string;
  readonly export: string;
}

/**
 * What nearly every export is called; the full pattern is slow to compile. None of these has the flag `i`, whose first use in a
 * process makes Node load tables of letters, 0.1 ms.
 */
const ASCII_IDENTIFIER = /^[A-Za-z$_][\w$]*$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
const DRIVE = /^[A-Za-z]:/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/**
 * Reads `"<relative file>#<export>"`; without `#` the export is `default`. The text alone is judged: that
 * the file exists, is a file and lies inside the package after following links is checked on disk.
 */
export function parseEntryValue(text: unknown): Checked<EntryTarget> {
  if (typeof text !== "string") return refuse(text, "entry_invalid", "it is not a text");
  const [file = "", name = "default", ...more] = text.split("#");
  if (more.length > 0) return refuse(text, "entry_invalid", 'it has more than one "#"');
  const problem = fileProblem(file);
  if (problem !== undefined) return refuse(text, ...problem);
  if (!(ASCII_IDENTIFIER.test(name) || IDENTIFIER.test(name)) || name === "__proto__") {
    return refuse(text, "entry_invalid", 'what follows "#" is not the name of an export');
  }
  return { value: { file, export: name } };
}

function fileProblem(file: string): [SkipCode, string] | undefined {
  if (file === "") return ["entry_invalid", "it names no file"];
  if (file.includes("\0")) return ["entry_invalid", "it has a NUL character"];
  if (file.startsWith("/") || file.startsWith("\\\\") || DRIVE.test(file)) {
    return ["entry_outside_package", "its path is absolute"];
  }
  if (SCHEME.test(file)) return ["entry_invalid", "it is a URL"];
  if (file.includes("\\")) return ["entry_invalid", "it has a backslash"];
  if (file.split("/").includes("..")) return ["entry_outside_package", 'its path has a ".."'];
  if (file.endsWith("/")) return ["entry_invalid", "it names a folder"];
  return undefined;
}

function refuse(found: unknown, code: SkipCode, reason: string): Checked<EntryTarget> {
  return {
    problem: {
      code,
      expected: '"<file relative to the package>#<export>"',
      found: showValue(found),
      reason: `its entry is ${showValue(found)}, but ${reason}`,
      remedy: 'Write the file relative to the package, then "#" and the export: "./dist/plugin.js#MyPlugin".',
    },
  };
}
