import { isPluginError } from "floe-core";
import { describe, expect, test } from "vitest";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import type { PlatformProblem } from "../../../src/problems/platform-problem.ts";

const problem: PlatformProblem = {
  file: "floe.yaml",
  line: 3,
  column: 5,
  code: "key_unknown",
  path: "plugins.compte",
  message: "the key compte is not known here",
  expected: "one of compute",
  found: "compte",
  nearest: "compute",
  remedy: 'Did you mean "compute"?',
};

describe("PlatformFileError", () => {
  test("PlatformFileError lists every problem with its place", () => {
    const error = new PlatformFileError("floe.yaml", [problem, { ...problem, line: 4 }]);
    expect(error.message).toBe(
      "Cannot load platform floe.yaml: 2 problems\n" +
        "  floe.yaml:3:5: the key compte is not known here\n" +
        "  floe.yaml:4:5: the key compte is not known here",
    );
    expect(error.hint).toBe('Did you mean "compute"?');
    expect(isPluginError(error) && error.code).toBe("FLOE_PLATFORM_INVALID");
  });

  test("PlatformFileError names paths where there is no file", () => {
    const { file, line, column, ...bare } = problem;
    const error = new PlatformFileError(undefined, [bare, { ...bare, path: "" }]);
    expect(error.message).toBe(
      "Cannot load platform object: 2 problems\n" +
        "  plugins.compte: the key compte is not known here\n" +
        "  the key compte is not known here",
    );
    expect([file, line, column]).toEqual(["floe.yaml", 3, 5]);
  });

  test("PlatformFileError carries the problems frozen, in its JSON too", () => {
    const error = new PlatformFileError("floe.yaml", [problem]);
    expect(error.message).toContain("1 problem\n");
    expect(Object.isFrozen(error.problems) && Object.isFrozen(error.problems[0])).toBe(true);
    expect(error.toJSON()["problems"]).toEqual([problem]);
  });

  test("PlatformFileError without problems still says what failed", () => {
    expect(new PlatformFileError("floe.yaml", []).hint).toBe("");
  });
});
