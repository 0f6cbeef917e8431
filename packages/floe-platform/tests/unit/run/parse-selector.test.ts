import { describe, expect, test } from "vitest";
import { parseSelector } from "../../../src/run/parse-selector.ts";

const plain = { kind: "name", text: "daily", withNeeded: false, withDependents: false };

describe("parseSelector", () => {
  test.each([
    ["daily", plain],
    ["+daily", { ...plain, withNeeded: true }],
    ["daily+", { ...plain, withDependents: true }],
    ["+daily+", { ...plain, withNeeded: true, withDependents: true }],
    ["tag:daily", { ...plain, kind: "tag" }],
    ["+tag:daily", { ...plain, kind: "tag", withNeeded: true }],
    ["+tag:team:a+", { kind: "tag", text: "team:a", withNeeded: true, withDependents: true }],
  ])("parseSelector reads %s", (entry, selector) => {
    expect(parseSelector(entry)).toEqual(selector);
  });

  test.each([
    ["", "it is empty"],
    ["  ", "it is empty"],
    ["+", "it names nothing"],
    ["++", "it names nothing"],
    ["tag:", "it names no tag"],
    ["+tag:+", "it names no tag"],
    ["++x", "it has more than one + on a side"],
    ["x++", "it has more than one + on a side"],
    ["tags:daily", "it has a colon, and only tag: is known before one (did you mean tag:daily?)"],
    ["path:daily", "it has a colon, and only tag: is known before one"],
  ])("parseSelector says why %j cannot be read", (entry, reason) => {
    expect(parseSelector(entry)).toBe(reason);
  });
});
