import { describe, expect, test } from "vitest";
import { isName, readName } from "../../../src/product/name-rule.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

describe("isName", () => {
  test.each(["a", "Flights", "a-1_b", "x".repeat(128)])("isName accepts %s", (name) => {
    expect(isName(name)).toBe(true);
  });

  test.each(["", "1a", "_a", "-a", "a b", "a.b", "ä", "a\n", "x".repeat(129)])("isName refuses %j", (name) => {
    expect(isName(name)).toBe(false);
  });
});

describe("readName", () => {
  test("readName gives a valid name and reports every other", () => {
    const reader = readerOf("a: flights\nb: 2 flights\nc: 2");
    expect(readName(reader, ["a"])).toBe("flights");
    for (const key of ["b", "c", "d"]) expect(readName(reader, [key])).toBeUndefined();
    expect(briefly(reader)).toEqual(["1:1 d key_missing", "2:4 b name_invalid", "3:4 c type_invalid"]);
    expect(problemsOf(reader)[1]).toMatchObject({ found: '"2 flights"', message: '"2 flights" is not a valid name' });
  });
});
