import type { MaterializeRequest } from "floe-core";
import { describe, expect, test } from "vitest";
import { materialize } from "../../../src/materialize/materialize.ts";
import { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";

const request = (sql: string, more: Partial<MaterializeRequest> = {}): MaterializeRequest => ({ name: "x", sql, materialization: "table", ...more });

describe("materialize", () => {
  test("makes a table and describes it", async () => {
    const statements = await memoryStatements();
    expect(await materialize(statements, request("SELECT 1 AS a, 'b' AS b"))).toEqual({
      rows: 1,
      columns: [{ name: "a", type: "INTEGER" }, { name: "b", type: "VARCHAR" }],
    });
    expect(await statements.rows("FROM x")).toEqual([{ a: 1, b: "b" }]);
  });

  test("makes a view, which has no rows of its own", async () => {
    const statements = await memoryStatements();
    expect(await materialize(statements, request("SELECT 1 AS a", { materialization: "view" }))).toEqual({
      rows: null,
      columns: [{ name: "a", type: "INTEGER" }],
    });
  });

  test("changes between table, view and incremental under one name", async () => {
    const statements = await memoryStatements();
    for (const [index, materialization] of (["table", "view", "table", "view", "incremental", "view", "incremental"] as const).entries()) {
      await materialize(statements, request(`SELECT ${index} AS a`, { materialization }));
      expect(await statements.rows("FROM x")).toEqual([{ a: index }]);
    }
  });

  test("makes the schema, and quotes every name", async () => {
    const statements = await memoryStatements();
    await materialize(statements, request("SELECT 1 AS a", { schema: 'my "s', name: 'x"; DROP TABLE y; --' }));
    expect(await statements.rows('FROM "my ""s"."x""; DROP TABLE y; --"')).toEqual([{ a: 1 }]);
  });

  test("makes an incremental table anew, then adds to it", async () => {
    const statements = await memoryStatements();
    const incremental = { materialization: "incremental", uniqueKey: ["id"] } as const;
    expect(await materialize(statements, request("SELECT 1 AS id, 'a' AS v UNION ALL SELECT 2, 'b'", incremental))).toMatchObject({ rows: 2 });
    expect(await materialize(statements, request("SELECT 'B' AS v, 2 AS id", incremental))).toEqual({
      rows: 1,
      columns: [{ name: "id", type: "INTEGER" }, { name: "v", type: "VARCHAR" }],
    });
    expect(await statements.rows("FROM x ORDER BY id")).toEqual([{ id: 1, v: "a" }, { id: 2, v: "B" }]);
  });

  test("leaves a keyed table alone when the same rows come again", async () => {
    const statements = await memoryStatements();
    const rows = request("SELECT range AS id, range * 0.1 AS v FROM range(1000)", { materialization: "incremental", uniqueKey: ["id"] });
    const results = [await materialize(statements, rows), await materialize(statements, rows)];
    expect(results.map((result) => result.rows)).toEqual([1000, 0]);
  });

  test("leaves a keyed table as it was when its new rows cannot all be stored", async () => {
    const statements = await memoryStatements();
    const keyed = { materialization: "incremental", uniqueKey: ["id"] } as const;
    await materialize(statements, request("SELECT range::UTINYINT AS id, 'old' AS v FROM range(3)", keyed));
    const error = await caught(() => materialize(statements, request("SELECT range AS id, 'new' AS v FROM range(300)", keyed)));
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", exceptionType: "Conversion" });
    expect(await statements.rows("SELECT v, count(*)::INTEGER AS n FROM x GROUP BY v")).toEqual([{ v: "old", n: 3 }]);
  });

  test("refuses duplicates in the first rows of a keyed table, too", async () => {
    const statements = await memoryStatements();
    const rows = request("SELECT 1 AS id UNION ALL SELECT 1", { materialization: "incremental", uniqueKey: ["id"] });
    expect(await caught(() => materialize(statements, rows))).toMatchObject({ code: "FLOE_DUCKDB_INCREMENTAL" });
    expect(await statements.rows("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test.each([
    [{ uniqueKey: ["nosuch"] }, "SELECT 1 AS id", "the SELECT has no column nosuch"],
    [{ watermark: "nosuch" }, "SELECT 1 AS id", "the SELECT has no column nosuch"],
    [{}, "SELECT 1 AS id, 2 AS more", "the table has no column more"],
    [{}, "SELECT 1 AS other", "the SELECT has no column id"],
  ])("refuses an incremental table with %j of %s", async (more, sql, reason) => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE x AS SELECT 1 AS id");
    expect(await caught(() => materialize(statements, request(sql, { materialization: "incremental", ...more })))).toMatchObject({
      code: "FLOE_DUCKDB_INCREMENTAL",
      message: expect.stringContaining(reason),
    });
    expect(await statements.rows("FROM x")).toEqual([{ id: 1 }]);
  });

  test.each(["table", "view", "incremental"] as const)("leaves the old version when the new one fails: %s", async (materialization) => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE x AS SELECT 1 AS a");
    const failing = "SELECT CASE WHEN range < 100000 THEN range::VARCHAR ELSE 'no' END::INT AS a FROM range(100001)";
    const bad = materialization === "view" ? "SELECT a FROM nosuch" : failing;
    const error = await caught(() => materialize(statements, request(bad, { materialization })));
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", exceptionType: materialization === "view" ? "Catalog" : "Conversion" });
    expect(await statements.rows("FROM x")).toEqual([{ a: 1 }]);
  });

  test("leaves the old view when the table that was to replace it fails", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE VIEW x AS SELECT 1 AS a");
    await caught(() => materialize(statements, request("SELECT 'no'::INT AS a FROM range(2)")));
    expect(await statements.rows("FROM x")).toEqual([{ a: 1 }]);
  });

  test("makes no schema for a SELECT that DuckDB refuses", async () => {
    const statements = await memoryStatements();
    expect(await caught(() => materialize(statements, request("SELECT nosuch", { schema: "s" })))).toMatchObject({ line: 1, column: 8 });
    expect(await statements.rows("SELECT * FROM duckdb_schemas() WHERE schema_name = 's'")).toEqual([]);
  });

  test("lets sessions make different tables in one new schema side by side", async () => {
    const instance = await openMemory();
    const make = async (index: number) => {
      const statements = new Statements(await connect(instance));
      return materialize(statements, request("SELECT range AS n FROM range(50000)", { schema: "s", name: `t${index}` }));
    };
    const results = await Promise.all(Array.from({ length: 6 }, (_, index) => make(index)));
    expect(results.map(({ rows }) => rows)).toEqual([50_000, 50_000, 50_000, 50_000, 50_000, 50_000]);
  });

  test("replaces a table while another session reads it", async () => {
    const instance = await openMemory();
    const [writer, reader] = [new Statements(await connect(instance)), new Statements(await connect(instance))];
    await materialize(writer, request("SELECT 1 AS a"));
    await reader.run("BEGIN TRANSACTION");
    expect(await reader.rows("FROM x")).toEqual([{ a: 1 }]);
    await materialize(writer, request("SELECT 2 AS a"));
    expect(await reader.rows("FROM x")).toEqual([{ a: 1 }]);
    await reader.run("COMMIT");
    expect(await reader.rows("FROM x")).toEqual([{ a: 2 }]);
  });
});
