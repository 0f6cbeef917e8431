import path from "node:path";
import type { PlatformProblem } from "floe-platform";

/**
 * Problems as GitHub's workflow commands, one a line: each becomes an annotation of its file. Files below `root`,
 * the checkout, are named from there, as GitHub wants them.
 */
export function renderAnnotations(problems: readonly PlatformProblem[], root: string): string {
  return problems.map((problem) => annotation(problem, root)).join("\n");
}

function annotation({ file, line, column, code, message, expected, found, remedy }: PlatformProblem, root: string): string {
  const properties = Object.entries({
    file: file === undefined ? undefined : pathFrom(root, file),
    line,
    col: column,
    title: `floe check: ${code}`,
  }).flatMap(([name, value]) => (value === undefined ? [] : `${name}=${escapeProperty(String(value))}`));
  const text = `${message}\nexpected ${expected}; found ${found}\n${remedy}`;
  return `::error ${properties.join(",")}::${escapeData(text)}`;
}

function pathFrom(root: string, file: string): string {
  const relative = path.relative(root, file);
  const isBelow = relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  return (isBelow ? relative : file).replaceAll(path.sep, "/");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
