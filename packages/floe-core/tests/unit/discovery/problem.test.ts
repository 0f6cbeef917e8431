import { describe, expect, test } from "vitest";
import { entryAction, toVerdict, type Problem } from "../../../src/discovery/problem.ts";

const PROBLEM: Problem = { code: "block_invalid", expected: "an object", found: "null", remedy: "Write one." };
const PLACE = { package: "pkg", file: "/pkg/package.json" };

describe("toVerdict", () => {
  test("says what was expected and found where the problem gives no reason", () => {
    expect(toVerdict({ path: "floe", action: "read the floe block", problem: PROBLEM }, PLACE)).toEqual({
      code: "block_invalid",
      package: "pkg",
      file: "/pkg/package.json",
      path: "floe",
      expected: "an object",
      found: "null",
      message: "Cannot read the floe block: expected an object, found null",
      remedy: "Write one.",
    });
  });

  test("gives the reason of the problem, and is frozen", () => {
    const verdict = toVerdict({ path: "", action: "x", problem: { ...PROBLEM, reason: "of this" } }, PLACE);
    expect(verdict.message).toBe("Cannot x: of this");
    expect(Object.isFrozen(verdict)).toBe(true);
  });
});

test("entryAction shows a hostile name harmlessly", () => {
  expect(entryAction("floe.computes", "a\u001b")).toBe("accept plugin floe.computes:a\\u{1b}");
});
