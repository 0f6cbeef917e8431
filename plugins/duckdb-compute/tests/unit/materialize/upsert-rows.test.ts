import { describe, expect, test } from "vitest";
import { upsertRows } from "../../../src/materialize/upsert-rows.ts";
import type { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const relation = { schema: "main", name: "memory.main.x" };

async function tableOf(select: string): Promise<Statements> {
  const statements = await memoryStatements();
  await statements.run(`CREATE TABLE x AS ${select}`);
  return statements;
}

async function upsert(statements: Statements, select: string, uniqueKey: readonly string[] = ["id"]): Promise<number> {
  await statements.run(`CREATE OR REPLACE TEMP VIEW fresh AS ${select}`);
  return upsertRows(statements, relation, { newRows: "fresh", uniqueKey });
}

/** A row that was replaced is another one, although it may look the same. */
const rowIds = (statements: Statements) => statements.rows("SELECT rowid, id FROM x ORDER BY rowid");

describe("upsertRows", () => {
  test("leaves every row alone when nothing has changed", async () => {
    const select = "SELECT range AS id, CASE WHEN range % 2 = 0 THEN range / 3 END AS v, [range] AS list FROM range(3000)";
    const statements = await tableOf(select);
    const before = await rowIds(statements);
    expect(await upsert(statements, `SELECT list, v, id FROM (${select})`)).toBe(0);
    expect(await rowIds(statements)).toEqual(before);
  });

  test("replaces only the rows that differ, and adds those of new keys", async () => {
    const statements = await tableOf("SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (3, NULL), (NULL, 'n')) s(id, v)");
    expect(await upsert(statements, "SELECT * FROM (VALUES (1, 'a'), (2, NULL), (3, 'c'), (NULL, 'n'), (5, NULL)) s(id, v)")).toBe(3);
    expect(await statements.rows("SELECT rowid < 4 AS kept, id, v FROM x ORDER BY id")).toEqual([
      { kept: true, id: 1, v: "a" },
      { kept: false, id: 2, v: null },
      { kept: false, id: 3, v: "c" },
      { kept: false, id: 5, v: null },
      { kept: true, id: null, v: "n" },
    ]);
  });

  test("compares what would be stored, in the types of the table", async () => {
    const statements = await tableOf("SELECT 1::TINYINT AS id, 1.25::DECIMAL(4, 1) AS v");
    expect(await upsert(statements, "SELECT 1::BIGINT AS id, 1.3149::DOUBLE AS v")).toBe(0);
    expect(await upsert(statements, "SELECT '1' AS id, 1.4::DOUBLE AS v")).toBe(1);
    expect(await statements.rows("FROM x")).toEqual([{ id: 1, v: 1.4 }]);
    expect(await caught(() => upsert(statements, "SELECT 1000 AS id, 1 AS v"))).toMatchObject({ exceptionType: "Conversion" });
  });

  test("reads a SELECT that never gives the same rows only once", async () => {
    const statements = await tableOf("SELECT 1 AS id, 0.5::DOUBLE AS v");
    expect(await upsert(statements, "SELECT range AS id, random() AS v FROM range(2000)")).toBe(2000);
    expect(await statements.rows("SELECT count(*) AS n, count(DISTINCT id) AS ids FROM x")).toEqual([{ n: 2000n, ids: 2000n }]);
  });

  test("replaces several stored rows of one key by the new one", async () => {
    const statements = await tableOf("SELECT * FROM (VALUES (1, 'a'), (1, 'b'), (2, 'c')) s(id, v)");
    expect(await upsert(statements, "SELECT 1 AS id, 'd' AS v")).toBe(1);
    expect(await statements.rows("FROM x ORDER BY id")).toEqual([{ id: 1, v: "d" }, { id: 2, v: "c" }]);
  });

  test("respects a primary key that the table was given", async () => {
    const statements = await tableOf("SELECT 1 AS id, 'a' AS v");
    await statements.run("ALTER TABLE x ADD PRIMARY KEY (id)");
    expect(await upsert(statements, "SELECT * FROM (VALUES (1, 'A'), (2, 'B')) s(id, v)")).toBe(2);
    expect(await statements.rows("FROM x ORDER BY id")).toEqual([{ id: 1, v: "A" }, { id: 2, v: "B" }]);
  });

  test("refuses new rows of one key", async () => {
    const statements = await tableOf("SELECT 1 AS id, 'a' AS v");
    const twice = upsert(statements, "SELECT 2 AS id, 'b' AS v FROM range(2)");
    expect(await caught(() => twice)).toMatchObject({ code: "FLOE_DUCKDB_INCREMENTAL" });
  });
});
