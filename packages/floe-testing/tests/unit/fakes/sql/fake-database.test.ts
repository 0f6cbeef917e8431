import type { Row } from "floe-core";
import { expect, test } from "vitest";
import { FakeDatabase } from "../../../../src/fakes/sql/fake-database.ts";
import { collected } from "../../../support/collected.ts";

const { signal } = new AbortController();

async function rowsOf(database: FakeDatabase, sql: string): Promise<readonly Row[]> {
  return (await collected(database.run(sql, undefined, signal))).flat();
}

test("FakeDatabase keeps what is inserted into a table, until it is dropped", async () => {
  const database = new FakeDatabase();
  await rowsOf(database, "CREATE TABLE t (k INTEGER, v VARCHAR)");
  await rowsOf(database, "INSERT INTO t VALUES (1, 'a'), (2, 'b')");
  await expect(rowsOf(database, "SELECT k, v FROM t")).resolves.toEqual([{ k: 1, v: "a" }, { k: 2, v: "b" }]);
  await rowsOf(database, "DROP TABLE t");
  await expect(rowsOf(database, "SELECT k FROM t")).resolves.toEqual([]);
  await expect(rowsOf(database, "INSERT INTO t VALUES (1)")).rejects.toThrow("there is no such table");
});

test("FakeDatabase gives no rows for what it does not know", async () => {
  await expect(rowsOf(new FakeDatabase(), "VACUUM")).resolves.toEqual([]);
});

test("FakeDatabase makes tables and views, views anew at each look", async () => {
  const database = new FakeDatabase();
  const table = { name: "t", schema: "s", sql: "SELECT 1 AS k", materialization: "table" } as const;
  await expect(database.materialize(table, signal)).resolves.toEqual({ rows: 1, columns: [{ name: "k", type: "number" }] });
  const view = { name: "v", sql: "SELECT k FROM s.t", materialization: "view" } as const;
  await expect(database.materialize(view, signal)).resolves.toEqual({ rows: null, columns: [{ name: "k", type: "number" }] });
  await database.materialize({ ...table, sql: "SELECT 2 AS k" }, signal);
  await expect(rowsOf(database, "SELECT k FROM v")).resolves.toEqual([{ k: 2 }]);
});

test("FakeDatabase updates an incremental table, and leaves one alone whose new rows fail", async () => {
  const database = new FakeDatabase();
  const request = { name: "t", materialization: "incremental", uniqueKey: ["k"] } as const;
  await database.materialize({ ...request, sql: "SELECT 1 AS k, 'a' AS v" }, signal);
  await expect(database.materialize({ ...request, sql: "SELECT 1 AS k, 'b' AS v" }, signal)).resolves.toMatchObject({ rows: 1 });
  await expect(database.materialize({ ...request, sql: "SELECT CAST('x' AS INTEGER) AS k" }, signal)).rejects.toThrow("no integer");
  await expect(rowsOf(database, "SELECT k, v FROM t")).resolves.toEqual([{ k: 1, v: "b" }]);
});
