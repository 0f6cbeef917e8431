import { describe, expect, test } from "vitest";
import { reasonOf } from "../../src/reason-of.ts";

describe("reasonOf", () => {
  test.each([
    ["an error", new RangeError("too far"), "too far"],
    ["a string", "no", "no"],
    ["nothing", undefined, "undefined"],
    ["what has no text", Object.create(null), "something that cannot be shown was thrown"],
  ])("has words for %s", (_what, thrown: unknown, words) => {
    expect(reasonOf(thrown)).toBe(words);
  });
});
