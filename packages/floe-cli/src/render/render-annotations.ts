import type { PlatformProblem } from "floe-platform";
import { githubAnnotation } from "./github-annotation.ts";

/**
 * Problems as GitHub's workflow commands, one a line: each becomes an annotation of its file. Files below `root`,
 * the checkout, are named from there, as GitHub wants them.
 */
export function renderAnnotations(problems: readonly PlatformProblem[], root: string): string {
  return problems.map((problem) => annotation(problem, root)).join("\n");
}

function annotation({ file, line, column, code, message, expected, found, remedy }: PlatformProblem, root: string): string {
  const place = { file, line, col: column, title: `floe check: ${code}` };
  return githubAnnotation(place, `${message}\nexpected ${expected}; found ${found}\n${remedy}`, root);
}
