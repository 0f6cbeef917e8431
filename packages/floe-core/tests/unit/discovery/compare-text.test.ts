import { expect, test } from "vitest";
import { compareText } from "../../../src/discovery/compare-text.ts";

test("compareText sorts by code unit, whatever the locale", () => {
  expect(["b", "a", "B", "ä", "a-b", "a_b", "ab", "a"].sort(compareText)).toEqual([
    "B",
    "a",
    "a",
    "a-b",
    "a_b",
    "ab",
    "b",
    "ä",
  ]);
});

test("compareText says 0 of equal texts only", () => {
  expect([compareText("a", "a"), compareText("a", "b"), compareText("b", "a")]).toEqual([0, -1, 1]);
});
