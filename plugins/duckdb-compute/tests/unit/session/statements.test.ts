import { describe, expect, test } from "vitest";
import { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";
import { ENDLESS } from "../../support/endless.ts";

describe("Statements", () => {
  test("run runs one statement, with values or without", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t AS SELECT $a AS a", { a: 1 });
    expect(await statements.rows("FROM t")).toEqual([{ a: 1 }]);
  });

  test("run runs nothing of several statements, and refuses none", async () => {
    const statements = await memoryStatements();
    for (const sql of ["CREATE TABLE t (a INT); DROP TABLE u", "", "-- nothing", "PIVOT t ON a USING count(*)"]) {
      expect(await caught(() => statements.run(sql))).toMatchObject({ code: "FLOE_DUCKDB_ONE_STATEMENT" });
    }
    expect(await statements.rows("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("run refuses a NUL, at which the driver would cut the statement off", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t AS SELECT 1 AS a");
    expect(await caught(() => statements.run("DELETE FROM t \0 WHERE a = 2"))).toMatchObject({ code: "FLOE_DUCKDB_NAME" });
    expect(await statements.rows("FROM t")).toEqual([{ a: 1 }]);
  });

  test("run says where in the user's own text the error is, wrapped or not", async () => {
    const statements = await memoryStatements();
    const place = { code: "FLOE_DUCKDB_SQL", line: 2, column: 3 };
    expect(await caught(() => statements.run("SELECT\n  nosuch"))).toMatchObject(place);
    expect(await caught(() => statements.run({ prefix: "CREATE TABLE é AS\n", sql: "SELECT\n  nosuch" }))).toMatchObject(place);
    expect(await caught(() => statements.run({ prefix: "CREATE TABLE é AS\n", sql: "SELECT\n  'x'::INT" }))).toMatchObject({ line: 2 });
  });

  test("run misses a value", async () => {
    const statements = await memoryStatements();
    for (const parameters of [undefined, [], {}]) {
      expect(await caught(() => statements.run("SELECT $1", parameters))).toMatchObject({ code: "FLOE_DUCKDB_PARAMETERS" });
    }
  });

  test("rows gives the driver's JavaScript values", async () => {
    const statements = await memoryStatements();
    const [row] = await statements.rows(
      "SELECT 1 AS i, 2::BIGINT AS b, 1.25 AS d, DATE '2024-01-02' AS t, TIMESTAMP '2024-01-02 03:04:05' AS ts, [1] AS l, NULL AS n",
    );
    expect(row).toEqual({ i: 1, b: 2n, d: 1.25, t: new Date("2024-01-02"), ts: new Date("2024-01-02T03:04:05Z"), l: [1], n: null });
  });

  test("rows gives columns of one name different keys", async () => {
    const statements = await memoryStatements();
    expect(await statements.rows("SELECT 1 AS a, 2 AS a")).toEqual([{ a: 1, "a:1": 2 }]);
  });

  test("prepared hands over the statement without running it", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t (a INT)");
    expect(await statements.prepared("DROP TABLE t", async (statement) => statement.parameterCount)).toBe(0);
    expect(await statements.rows("FROM t")).toEqual([]);
  });

  test("abort interrupts a statement and rejects with the reason; the connection stays usable", async () => {
    const connection = await connect(await openMemory());
    const controller = new AbortController();
    const running = caught(() => new Statements(connection, controller.signal).run(ENDLESS));
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(await new Statements(connection).rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("uninterrupted runs on although the signal has aborted", async () => {
    const connection = await connect(await openMemory());
    const statements = new Statements(connection, AbortSignal.abort("enough"));
    expect(await caught(() => statements.run("SELECT 1"))).toBe("enough");
    expect(await statements.uninterrupted.rows("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("attempt turns what the driver throws into an error of ours", async () => {
    const statements = await memoryStatements();
    expect(await caught(() => statements.attempt({ prefix: "", sql: "x" }, () => Promise.reject(new Error("IO Error: gone"))))).toMatchObject({
      code: "FLOE_DUCKDB_SQL",
      exceptionType: "IO",
    });
  });
});
