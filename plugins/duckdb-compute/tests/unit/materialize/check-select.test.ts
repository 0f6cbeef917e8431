import { describe, expect, test } from "vitest";
import { checkSelect } from "../../../src/materialize/check-select.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

describe("checkSelect", () => {
  test("names the columns of one SELECT", async () => {
    const statements = await memoryStatements();
    expect(await checkSelect(statements, "SELECT 1 AS a, 2 AS \"B c\"; -- done")).toEqual(["a", "B c"]);
    expect(await checkSelect(statements, "WITH c AS (SELECT 1 AS a) FROM c")).toEqual(["a"]);
  });

  test.each([
    ["SELECT 1; DROP TABLE t", "FLOE_DUCKDB_ONE_STATEMENT"],
    ["", "FLOE_DUCKDB_ONE_STATEMENT"],
    ["DROP TABLE t", "FLOE_DUCKDB_NOT_A_SELECT"],
    ["INSERT INTO t VALUES (1)", "FLOE_DUCKDB_NOT_A_SELECT"],
    ["SELECT 1 WITH NO DATA", "FLOE_DUCKDB_SQL"],
    ["SELECT nosuch", "FLOE_DUCKDB_SQL"],
    ["SELECT $1", "FLOE_DUCKDB_PARAMETERS"],
  ])("refuses %j, and runs nothing of it", async (sql, code) => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t (a INT)");
    expect(await caught(() => checkSelect(statements, sql))).toMatchObject({ code });
    expect(await statements.rows("FROM t")).toEqual([]);
  });
});
