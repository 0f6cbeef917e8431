import { describe, expect, test } from "vitest";
import { isEmptySql, sqlOfEntry, sqlOfFile } from "../../../src/transforms/sql-text.ts";

describe("sqlOfFile", () => {
  test("sqlOfFile drops the byte-order mark and the end, and nothing else", () => {
    expect(sqlOfFile("a.sql", "\uFEFF-- floe: {}\n SELECT ';'\n;\n; \n").sql).toBe("-- floe: {}\n SELECT ';'");
  });

  test("sqlOfFile keeps places as they are", () => {
    const { locate, path } = sqlOfFile("a.sql", "SELECT 1");
    expect(path).toEqual([]);
    expect(locate(3, 4)).toEqual({ file: "a.sql", line: 3, column: 4 });
    expect(locate(3)).toEqual({ file: "a.sql", line: 3 });
    expect(locate()).toEqual({ file: "a.sql" });
  });
});

test("sqlOfEntry is all in one place", () => {
  const position = { file: "floe.yaml", line: 2, column: 1 };
  const text = sqlOfEntry(["transforms", 0, "sql"], "SELECT 1;", position);
  expect(text).toMatchObject({ sql: "SELECT 1", file: undefined, path: ["transforms", 0, "sql"] });
  expect(text.locate(9, 9)).toBe(position);
});

test("isEmptySql sees through comments", () => {
  expect(isEmptySql("-- a\n/* b\n c */ \n")).toBe(true);
  expect(isEmptySql("")).toBe(true);
  expect(isEmptySql("-- a\nSELECT 1")).toBe(false);
});
