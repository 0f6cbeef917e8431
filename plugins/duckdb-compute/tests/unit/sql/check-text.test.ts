import { expect, test } from "vitest";
import { checkText } from "../../../src/sql/check-text.ts";

test("checkText takes any text of whole characters", () => {
  for (const text of ["", "a", "'\"\\", "line\nbreak", "é😀", "\ud83d\ude00"]) expect(() => checkText(text, "x")).not.toThrow();
});

test("checkText refuses a NUL and half a surrogate pair", () => {
  for (const text of ["a\0b", "\0", "\ud83d", "a\udc00"]) {
    expect(() => checkText(text, "the statement")).toThrow("Cannot use the statement: it holds a NUL or half a character");
  }
});
