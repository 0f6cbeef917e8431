import { describe, expect, test } from "vitest";
import { cronRange } from "../../../src/schedule/cron-range.ts";

describe("cronRange", () => {
  const months = { min: 1, max: 12 };

  test.each([
    ["a plain range", 3, 9, 3, [3, 6, 9]],
    ["one that wraps around", 11, 2, 1, [11, 12, 1, 2]],
    ["a step that goes on across the wrap", 4, 3, 3, [4, 7, 10, 1]],
    ["a step that skips what is behind the wrap", 12, 3, 2, [12, 3]],
    ["from a value to itself, which is everything", 5, 5, 4, [1, 5, 9]],
    ["a step of nothing", 1, 5, 0, undefined],
  ])("reads %s", (_, low, high, step, values) => expect(cronRange(low, high, step, months)).toEqual(values));
});
