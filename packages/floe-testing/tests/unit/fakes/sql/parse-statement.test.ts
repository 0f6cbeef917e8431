import { expect, test } from "vitest";
import { parseStatement } from "../../../../src/fakes/sql/parse-statement.ts";

test("parseStatement reads a SELECT of values, parameters, columns, casts and counts", () => {
  expect(parseStatement("select 1 as a, 'it''s', $x, t.k, CAST(v AS INTEGER) AS n, count(*), NULL AS z FROM t")).toMatchObject({
    kind: "select",
    items: [
      { name: "a", expression: { kind: "value", value: 1 } },
      { name: "column2", expression: { value: "it's" } },
      { name: "column3", expression: { kind: "parameter", name: "x" } },
      { name: "k", expression: { kind: "column", source: "t", name: "k" } },
      { name: "n", expression: { kind: "integer", of: { name: "v" } } },
      { name: "column6", expression: { kind: "count" } },
      { name: "z", expression: { value: null } },
    ],
    sources: [{ alias: "t", from: "t" }],
  });
});

test("parseStatement reads what is cross joined: tables, with a schema and quotes, and VALUES", () => {
  const sql = `SELECT k FROM s."odd ""name""" AS o CROSS JOIN (VALUES (1, 'a'), (2, 'b')) AS v(k, w)`;
  expect(parseStatement(sql)).toMatchObject({
    sources: [{ alias: "o", from: 's.odd "name"' }, { alias: "v", from: { columns: ["k", "w"], rows: [{ length: 2 }, { length: 2 }] } }],
  });
});

test("parseStatement reads CREATE TABLE, INSERT and DROP", () => {
  expect(parseStatement("CREATE TABLE t (k INTEGER, v VARCHAR(100))")).toEqual({ kind: "create", table: "t", columns: ["k", "v"] });
  expect(parseStatement("INSERT INTO t VALUES (1, $1)")).toMatchObject({ kind: "insert", table: "t", rows: [{ length: 2 }] });
  expect(parseStatement("DROP TABLE t")).toEqual({ kind: "drop", table: "t" });
  expect(parseStatement("DROP VIEW v")).toEqual({ kind: "drop", table: "v" });
});

test.each(["", "select", "select *", "SELECT 1; SELECT 2", "SELECT k FROM t WHERE k = 1", "SELECT 1 --", "SELECT 'open", "SELECT 1 AS 'a'", "DELETE FROM t"])(
  "parseStatement does not know %o",
  (sql) => {
    expect(parseStatement(sql)).toBeUndefined();
  },
);
