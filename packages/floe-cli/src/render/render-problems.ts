import path from "node:path";
import { formatPosition, type PlatformProblem } from "floe-platform";
import type { ColorTheme } from "../output/color-theme.ts";
import { countOf } from "./format-count.ts";

/** Everything wrong with a platform, each with `file:line:column`; files are named from `cwd`. */
export function renderProblems(problems: readonly PlatformProblem[], cwd: string, theme: ColorTheme): string {
  const texts = problems.map((problem) => {
    const file = problem.file === undefined ? {} : { file: displayPath(problem.file, cwd) };
    const place = formatPosition({ ...problem, ...file }) || problem.path;
    const head = `${theme.bold(place)}: ${theme.red("error")}: ${problem.message}`;
    return `${head}\n  ${theme.dim(`expected ${problem.expected}; found ${problem.found}`)}\n  ${problem.remedy}`;
  });
  return [...texts, theme.red(countOf(problems.length, "problem"))].join("\n");
}

/** A path from `cwd` where that is shorter to read, else as it is. */
export function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith("..") ? file : relative;
}
