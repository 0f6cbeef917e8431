import { expect, test } from "vitest";
import { serialize } from "../../../src/references/serialize.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("serialize gives the tree of one SELECT, without what is empty or as usual", async () => {
  expect(await serialize(await memoryStatements(), "SELECT nosuch FROM t")).toEqual({
    node: {
      type: "SELECT_NODE",
      select_list: [{ class: "COLUMN_REF", type: "COLUMN_REF", query_location: 7, column_names: ["nosuch"] }],
      from_table: { type: "BASE_TABLE", query_location: 19, table_name: "t" },
      aggregate_handling: "STANDARD_HANDLING",
    },
  });
});

test.each([
  ["SELECT\n FROM WHERE", "FLOE_DUCKDB_SQL"],
  ["DROP TABLE t", "FLOE_DUCKDB_NOT_A_SELECT"],
  ["SELECT '\0'", "FLOE_DUCKDB_NAME"],
])("serialize refuses %j", async (sql, code) => {
  expect(await caught(async () => serialize(await memoryStatements(), sql))).toMatchObject({ code });
});
