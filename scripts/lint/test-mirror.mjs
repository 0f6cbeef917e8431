import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../shared/workspace.mjs";
import { declaresValueExport } from "./value-exports.mjs";

/** What a process runs rather than imports; tests/integration starts it as a process. */
const EXECUTABLES = /(^|\/)bin(\/.*)?\.ts$/;

/**
 * Tests mirror sources: src/a/b.ts is tested by tests/unit/a/b.test.ts and by no other file there.
 *
 * @param {import("../shared/workspace.mjs").WorkspacePackage} pkg
 * @returns {string[]}
 */
export function checkTestMirror({ folder, dir }) {
  const sources = filesBelow(path.join(dir, "src")).filter((file) => file.endsWith(".ts"));
  const tests = filesBelow(path.join(dir, "tests/unit")).filter((file) => file.endsWith(".test.ts"));
  const untested = sources
    .filter((file) => path.posix.basename(file) !== "index.ts" && !EXECUTABLES.test(file))
    .filter((file) => !existsSync(path.join(dir, "tests/unit", file.replace(/\.ts$/, ".test.ts"))))
    .filter((file) => declaresValueExport(readFileSync(path.join(dir, "src", file), "utf8")))
    .map((file) => `${folder}/src/${file}: has no test; expected ${folder}/tests/unit/${file.replace(/\.ts$/, ".test.ts")}`);
  const orphaned = tests
    .filter((file) => !sources.includes(file.replace(/\.test\.ts$/, ".ts")))
    .map((file) => `${folder}/tests/unit/${file}: tests no source; expected ${folder}/src/${file.replace(/\.test\.ts$/, ".ts")}`);
  return [...untested, ...orphaned];
}
