import { expect, test } from "vitest";
import { shortText } from "../../../src/text/short-text.ts";

test("shortText leaves a short text as it is, without empty lines and what comes after the last word", () => {
  expect(shortText("one\n\n  two  \n")).toBe("one\n  two");
});

test("shortText cuts by lines and by characters, and shows that it did", () => {
  expect(shortText("a\nb\nc", { lines: 2 })).toBe("a\nb ...");
  expect(shortText("abcdef", { characters: 3 })).toBe("abc ...");
});

test("shortText drops colours and control characters", () => {
  expect(shortText("\u001B[31mred\u001B[0m\u0007\u202E!")).toBe("red  !");
});
