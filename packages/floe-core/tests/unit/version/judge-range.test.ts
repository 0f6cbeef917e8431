import { describe, expect, test } from "vitest";
import { judgeRange } from "../../../src/version/judge-range.ts";

describe("judgeRange", () => {
  test.each([
    ["1.2.0", "^1.2.0"],
    ["1.9.9", "^1.2.0"],
    ["1.2.3", "1.2.3"],
    ["1.2.3", ">=1.0.0 <2.0.0"],
    ["2.0.0", "^1.0.0 || ^2.0.0"],
    ["0.1.5", "~0.1.2"],
    ["1.2.3+build", "^1.2.0"],
    ["1.2.3", "  ^1.2.0 "],
    ["1.2.0-rc.1", "^1.2.0-rc.0"],
  ])("judgeRange finds %s in %j", (version, range) => {
    expect(judgeRange(version, range)).toEqual({ satisfied: true });
  });

  test.each([
    ["2.0.0", "^1.2.0"],
    ["1.1.9", "^1.2.0"],
    ["0.2.0", "^0.1.0"],
    ["1.2.0-rc.1", "^1.2.0"],
    ["1.3.0-rc.1", "^1.2.0"],
    ["1.3.0-rc.1", "^1.2.0-rc.0"],
    ["2.0.0-rc.1", "^1.2.0"],
    ["1.99999999999999999999.0", "^1.0.0"],
  ])("judgeRange finds %s outside of %j", (version, range) => {
    expect(judgeRange(version, range)).toEqual({ satisfied: false });
  });

  test.each(["*", "", "  "])("judgeRange takes every version for %j", (range) => {
    expect(judgeRange("1.0.0", range).satisfied).toBe(true);
    expect(judgeRange("1.0.0-rc.1", range).satisfied).toBe(true);
    expect(judgeRange(undefined, range).satisfied).toBe(true);
  });

  test.each(["latest", "^", "1.2.3.4", "^v", "workspace:*", ">=1.0.0 <", "npm:x@1"])("judgeRange reports that %j is not a range", (range) => {
    expect(judgeRange("1.0.0", range)).toEqual({
      satisfied: false,
      problem: `${JSON.stringify(range)} is not a version range`,
    });
  });

  test("judgeRange does not read a range of more than 1024 characters", () => {
    const range = Array.from({ length: 200 }, (_, minor) => `1.${String(minor)}.0`).join(" || ");
    expect(judgeRange("1.0.0", range)).toEqual({
      satisfied: false,
      problem: `${JSON.stringify(range.slice(0, 40))} is not a version range`,
    });
  });

  test("judgeRange reads a range of 1024 characters, the spaces around it not counted", () => {
    const range = `^1.0.0 ||${" ".repeat(1009)}^2.0.0`;
    expect(range).toHaveLength(1024);
    expect(judgeRange("2.1.0", ` ${range} `)).toEqual({ satisfied: true });
    expect(judgeRange("2.1.0", range.replace("||", "|| "))).toMatchObject({ satisfied: false, problem: expect.any(String) });
  });

  test("judgeRange reports a range that is no text", () => {
    const judge = judgeRange as (version: string, range: unknown) => unknown;
    expect(judge("1.0.0", 1)).toEqual({ satisfied: false, problem: "a value of type number is not a version range" });
  });

  test("judgeRange reports an unknown version", () => {
    expect(judgeRange(undefined, "^1.0.0")).toEqual({ satisfied: false, problem: "its version is not known" });
  });

  test("judgeRange reports a version that is not valid", () => {
    expect(judgeRange("v1.0", "^1.0.0")).toEqual({ satisfied: false, problem: 'its version "v1.0" is not valid' });
  });
});
