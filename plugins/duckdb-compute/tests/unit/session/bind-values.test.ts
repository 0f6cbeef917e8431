import { DuckDBDateValue, decimalValue } from "@duckdb/node-api";
import type { QueryParameters } from "floe-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bindValues } from "../../../src/session/bind-values.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

async function select(sql: string, parameters: QueryParameters) {
  const statements = await memoryStatements();
  return statements.prepared(sql, async (statement) => {
    bindValues(statement, parameters);
    const result = await statement.run();
    return result.getRowObjectsJS();
  });
}

describe("bindValues", () => {
  test("binds by position and by name", async () => {
    expect(await select("SELECT ? AS a, ? AS b", [1, "x"])).toEqual([{ a: 1, b: "x" }]);
    expect(await select("SELECT $2 AS a, $1 AS b", [1, "x"])).toEqual([{ a: "x", b: 1 }]);
    expect(await select("SELECT $one AS a, $two AS b, $one AS c", { two: "x", one: 1 })).toEqual([{ a: 1, b: "x", c: 1 }]);
  });

  test.each([
    ["text", "it's", "VARCHAR", "it's"],
    ["a NUL in a text", "a\0b", "VARCHAR", "a\0b"],
    ["an integer", 7, "INTEGER", 7],
    ["a fraction", 1.5, "DOUBLE", 1.5],
    ["a boolean", true, "BOOLEAN", true],
    ["a bigint of 64 bits", -(2n ** 63n), "BIGINT", -(2n ** 63n)],
    ["a larger bigint", 2n ** 63n, "HUGEINT", 2n ** 63n],
    ["null", null, '"NULL"', null],
    ["undefined", undefined, '"NULL"', null],
    ["a Date", new Date("2024-01-02T03:04:05.678Z"), "TIMESTAMP", new Date("2024-01-02T03:04:05.678Z")],
    ["bytes", new Uint8Array([1, 255]), "BLOB", Buffer.from([1, 255])],
    ["a list", [1, null, 2], "INTEGER[]", [1, null, 2]],
    ["an empty list", [], '"NULL"[]', []],
    ["a struct", { a: 1, b: ["x"] }, "STRUCT(a INTEGER, b VARCHAR[])", { a: 1, b: ["x"] }],
    ["a driver's value", decimalValue(125n, 5, 2), "DECIMAL(5,2)", 1.25],
    ["a driver's date", new DuckDBDateValue(1), "DATE", new Date("1970-01-02T00:00:00.000Z")],
  ])("binds %s", async (_what, value, type, back) => {
    expect(await select("SELECT $1 AS value, typeof($1) AS type", [value])).toEqual([{ value: back, type }]);
  });

  test("never takes a value for SQL", async () => {
    const statements = await memoryStatements();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }).filter((text) => !/\p{Surrogate}/u.test(text)), async (text) => {
        expect(await statements.rows("SELECT $1 AS a, $1 = $2 AS same", [text, text])).toEqual([{ a: text, same: true }]);
      }),
    );
  });

  test.each([
    ["SELECT $1", [1, 2], "Cannot bind parameter 2: the statement has no such parameter"],
    ["SELECT $a", { a: 1, b: 2 }, "Cannot bind parameter b: the statement has no such parameter"],
    ["SELECT $a", { $a: 1 }, "Cannot bind parameter $a"],
    ["SELECT 1", [1], "Cannot bind parameter 1"],
    ["SELECT $1", [Symbol("hunter2")], "Cannot bind parameter 1: DuckDB has no type for a symbol like this"],
    ["SELECT $1", [new Map()], "Cannot bind parameter 1: DuckDB has no type for an object like this"],
    ["SELECT $1", [new Date(Number.NaN)], "Cannot bind parameter 1"],
    ["SELECT $1", [[1, "hunter2"]], "Cannot bind parameter 1"],
    ["SELECT $1", [2n ** 200n], "Cannot bind parameter 1"],
  ])("refuses for %s the values %o", async (sql, parameters, message) => {
    const error = await caught(() => select(sql, parameters));
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_PARAMETERS", message: expect.stringContaining(message) });
    expect(String(error)).not.toContain("hunter2");
  });
});
