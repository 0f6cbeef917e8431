import { describe, expect, test } from "vitest";
import { findHeader } from "../../../src/transforms/find-header.ts";

describe("findHeader", () => {
  test("findHeader finds a header on one line, in its own columns", () => {
    expect(findHeader("-- floe: { materialization: view }\nSELECT 1")).toEqual({
      yaml: "   floe: { materialization: view }\n",
      misplaced: [],
    });
  });

  test("findHeader skips blank lines and other comments before it", () => {
    expect(findHeader("\n-- What this is.\r\n--floe: {}\nSELECT 1").yaml).toBe("\n\n  floe: {}\n");
  });

  test("findHeader goes on through deeper comment lines and a closing bracket", () => {
    const sql = "-- floe: { tags: [a,\n--     b]\n-- }\n-- An ordinary remark.\nSELECT 1";
    expect(findHeader(sql).yaml).toBe("   floe: { tags: [a,\n       b]\n   }\n\n");
  });

  test("findHeader reads a block", () => {
    expect(findHeader("-- floe:\n--   materialization: view\n--\n--   remark\nSELECT 1").yaml).toBe(
      "   floe:\n     materialization: view\n\n\n",
    );
  });

  test("findHeader ends with the comment even where no SQL follows", () => {
    expect(findHeader("-- floe:\n--   tags: [a]").yaml).toBe("   floe:\n     tags: [a]");
  });

  test("findHeader ends at the SQL", () => {
    expect(findHeader("-- floe: {}\n    SELECT 1").yaml).toBe("   floe: {}\n");
  });

  test("findHeader tells of headers that stand below the SQL or are a second one", () => {
    expect(findHeader("SELECT 1\n-- floe: {}")).toEqual({ yaml: "", misplaced: [2] });
    expect(findHeader("-- floe: {}\n-- floe: {}\nSELECT 1\n-- floe: {}").misplaced).toEqual([2, 4]);
  });

  test.each([
    ["-- floe { tags: [x] }\nSELECT 1", 1],
    ["-- FLOE: { materialization: view }\nSELECT 1", 1],
    ["/* floe: { materialization: view } */\nSELECT 1", 1],
    ["SELECT 1 AS id -- floe: { materialization: view }", 1],
    ["-- floe: { tags: [a] }\n-- Floe {}\nSELECT 1", 2],
  ])("findHeader tells of what only looks like a header: %j", (sql, line) => {
    expect(findHeader(sql).misplaced).toEqual([line]);
  });

  test("findHeader finds nothing where there is none", () => {
    expect(findHeader("-- The floe: a remark\nSELECT 1").misplaced).toEqual([]);
    expect(findHeader("").yaml).toBe("");
  });
});
