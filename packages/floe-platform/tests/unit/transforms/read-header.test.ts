import { describe, expect, test } from "vitest";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { readHeader } from "../../../src/transforms/read-header.ts";
import { sqlOfEntry, sqlOfFile } from "../../../src/transforms/sql-text.ts";
import { DEFAULT_SETTINGS } from "../../../src/transforms/transform-settings.ts";

function read(sql: string) {
  const problems = new ProblemList();
  const { settings } = readHeader(sqlOfFile("a.sql", sql), problems);
  const brief = problems.sorted(undefined).map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`);
  return { settings, brief, problems: problems.sorted(undefined) };
}

describe("readHeader", () => {
  test("readHeader gives the defaults without a header", () => {
    expect(read("SELECT 1")).toEqual({ settings: DEFAULT_SETTINGS, brief: [], problems: [] });
  });

  test("readHeader reads every setting", () => {
    const sql = `-- floe:
--   materialization: incremental
--   uniqueKey: [id, day]
--   tags: [daily]
--   dependsOn: [other]
--   schema: staging
--   meta: { owner: data }
--   compute: spark
SELECT 1`;
    expect(read(sql)).toMatchObject({
      settings: {
        materialization: "incremental",
        uniqueKey: ["id", "day"],
        watermark: undefined,
        tags: ["daily"],
        dependsOn: ["other"],
        schema: "staging",
        meta: { owner: "data" },
        compute: "spark",
      },
      brief: [],
    });
  });

  test("readHeader reads an incremental transform by watermark", () => {
    const { settings, brief } = read("-- floe: { materialization: incremental, watermark: day }\nSELECT 1");
    expect(settings).toMatchObject({ materialization: "incremental", watermark: "day", uniqueKey: undefined });
    expect(brief).toEqual([]);
  });

  test("readHeader reports wrong settings at their place in the file", () => {
    const { brief, problems } = read(`-- A remark.
-- floe: { materialisation: view, tags: daily,
--         schema: 3, meta: [1] }
SELECT 1`);
    expect(brief).toEqual([
      "2:12 floe.materialisation key_unknown",
      "2:41 floe.tags type_invalid",
      "3:20 floe.schema type_invalid",
      "3:29 floe.meta type_invalid",
    ]);
    expect(problems[0]).toMatchObject({ file: "a.sql", nearest: "materialization" });
  });

  test.each([
    ["{ materialization: incremental }", "floe.materialization"],
    ["{ materialization: incremental, uniqueKey: [a], watermark: b }", "floe.watermark"],
    ["{ uniqueKey: [a] }", "floe.uniqueKey"],
    ["{ materialization: view, watermark: a }", "floe.watermark"],
  ])("readHeader refuses %s, which says in no one way how a table grows", (header, path) => {
    expect(read(`-- floe: ${header}\nSELECT 1`).problems).toMatchObject([{ code: "header_invalid", path }]);
  });

  test("readHeader refuses a unique key without columns", () => {
    expect(read("-- floe: { materialization: incremental, uniqueKey: [] }\nSELECT 1").problems).toMatchObject([
      { code: "value_invalid", path: "floe.uniqueKey" },
    ]);
  });

  test("readHeader draws no conclusions from a materialization that it cannot read", () => {
    const { brief, settings } = read("-- floe: { materialization: incremntal, uniqueKey: [a] }\nSELECT 1");
    expect(brief).toEqual(["1:29 floe.materialization value_invalid"]);
    expect(settings.materialization).toBe("table");
  });

  test("readHeader reports a header that is no mapping", () => {
    expect(read("-- floe: view\nSELECT 1")).toMatchObject({ settings: DEFAULT_SETTINGS, brief: ["1:10 floe type_invalid"] });
  });

  test("readHeader reports broken YAML and headers out of place", () => {
    const { brief, settings } = read("-- floe: { tags: [a }\nSELECT 1\n-- floe: {}");
    expect(brief).toEqual(["1:21 floe header_invalid", "3:1  header_invalid"]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });

  test("readHeader places what is wrong inside a platform file where the SQL is", () => {
    const problems = new ProblemList();
    const text = sqlOfEntry(["transforms", 0, "sql"], "-- floe: { tgs: [] }\nSELECT 1", { file: "floe.yaml", line: 7, column: 3 });
    readHeader(text, problems);
    expect(problems.sorted(undefined)).toMatchObject([{ file: "floe.yaml", line: 7, column: 3, path: "floe.tgs" }]);
  });
});
