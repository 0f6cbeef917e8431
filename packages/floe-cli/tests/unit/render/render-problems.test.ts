import path from "node:path";
import type { PlatformProblem } from "floe-platform";
import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { displayPath, renderProblems } from "../../../src/render/render-problems.ts";

const cwd = path.resolve("app");
const problem: PlatformProblem = {
  file: path.join(cwd, "floe.yaml"),
  line: 4,
  column: 7,
  code: "key_unknown",
  path: "plugins.compte",
  message: "the key compte is not known here",
  expected: "one of compute",
  found: "compte",
  nearest: "compute",
  remedy: 'Did you mean "compute"?',
};

test("renderProblems begins each with file:line:column and ends with their number", () => {
  expect(renderProblems([problem], cwd, plainTheme).split("\n")).toEqual([
    "floe.yaml:4:7: error: the key compte is not known here",
    "  expected one of compute; found compte",
    '  Did you mean "compute"?',
    "1 problem",
  ]);
});

test("renderProblems names the path where there is no file", () => {
  const { file, ...bare } = problem;
  expect(renderProblems([bare, problem], cwd, plainTheme)).toContain("plugins.compte: error: ");
  expect(renderProblems([bare, problem], cwd, plainTheme)).toContain("\n2 problems");
  expect(file).toBeDefined();
});

test("displayPath shortens what lies below the working directory", () => {
  expect(displayPath(path.join(cwd, "models", "a.sql"), cwd)).toBe(path.join("models", "a.sql"));
  expect(displayPath(path.resolve("other", "a.sql"), cwd)).toBe(path.resolve("other", "a.sql"));
});
