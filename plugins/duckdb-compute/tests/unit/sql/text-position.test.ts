import { expect, test } from "vitest";
import { textLength, textPosition, type TextOffset } from "../../../src/sql/text-position.ts";

const bytes = (offset: number): TextOffset => ({ offset, unit: "bytes" });

test("textPosition counts lines and columns from 1", () => {
  expect(textPosition("select\n  x", bytes(0))).toEqual({ line: 1, column: 1 });
  expect(textPosition("select\n  x", bytes(9))).toEqual({ line: 2, column: 3 });
  expect(textPosition("a\r\nb", bytes(3))).toEqual({ line: 2, column: 1 });
});

test("textPosition answers in characters, whatever DuckDB counted in", () => {
  expect(textPosition("'é😀' x", bytes(Buffer.byteLength("'é😀' ")))).toEqual({ line: 1, column: 6 });
  expect(textPosition("'é😀' x", { offset: 5, unit: "characters" })).toEqual({ line: 1, column: 6 });
});

test("textLength counts in either", () => {
  expect([textLength("é😀", "bytes"), textLength("é😀", "characters")]).toEqual([6, 2]);
});

test("textPosition stays inside the text", () => {
  expect(textPosition("ab", bytes(99))).toEqual({ line: 1, column: 3 });
  expect(textPosition("ab", { offset: -5, unit: "characters" })).toEqual({ line: 1, column: 1 });
});
