import { expect, test } from "vitest";
import { readTables } from "../../../../../src/broken/types/compute/read-tables.ts";

test("readTables finds tables by the words before them, and leaves out CTEs unless they are to count", () => {
  const sql = "WITH c AS (SELECT k FROM a) SELECT k FROM c JOIN b ON true";
  expect(readTables(sql)).toEqual(["a", "b"]);
  expect(readTables(sql, { ctes: "tables" })).toEqual(["a", "c", "b"]);
});

test("readTables refuses what is no statement, with its place, without it or not at all", () => {
  const bad = "SELECT k\nFROM a WHERE WHERE k";
  expect(() => readTables(bad)).toThrow(expect.objectContaining({ code: "FAKE_SQL", line: 2, column: 14 }));
  expect(() => readTables(bad, { refusal: "without a place" })).toThrow(expect.not.objectContaining({ line: 2 }));
  expect(readTables(bad, { refusal: "none" })).toEqual(["a"]);
});
