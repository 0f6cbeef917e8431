import type { QueryParameters, Row } from "floe-core";
import { expect, test } from "vitest";
import { parseStatement } from "../../../../src/fakes/sql/parse-statement.ts";
import { selectRows, valueOf } from "../../../../src/fakes/sql/select-rows.ts";
import { collected } from "../../../support/collected.ts";

const TABLE = [{ k: 1 }, { k: 2 }];
const DIGITS = "(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";

function batches(sql: string, parameters?: QueryParameters, signal: AbortSignal = new AbortController().signal): AsyncGenerator<readonly Row[]> {
  const select = parseStatement(sql);
  if (select?.kind !== "select") throw new Error("it is to be a SELECT");
  return selectRows(select, { parameters, signal, rowsOf: async () => TABLE });
}

async function rowsOf(sql: string, parameters?: QueryParameters): Promise<readonly Row[]> {
  return (await collected(batches(sql, parameters))).flat();
}

test("selectRows gives one row without a source, and of sources every combination", async () => {
  await expect(rowsOf("SELECT 1 AS a")).resolves.toEqual([{ a: 1 }]);
  await expect(rowsOf("SELECT t.k AS a, u.k AS b FROM t CROSS JOIN t AS u")).resolves.toEqual([
    { a: 1, b: 1 },
    { a: 1, b: 2 },
    { a: 2, b: 1 },
    { a: 2, b: 2 },
  ]);
  await expect(rowsOf("SELECT k, missing FROM t")).resolves.toEqual([{ k: 1, missing: null }, { k: 2, missing: null }]);
});

test("selectRows counts rows", async () => {
  await expect(rowsOf("SELECT count(*) AS n FROM t CROSS JOIN t AS u")).resolves.toEqual([{ n: 4 }]);
});

test("selectRows takes parameters by position and by name, and misses one that is not there", async () => {
  await expect(rowsOf("SELECT $2 AS a, $1 AS b", ["x", "y"])).resolves.toEqual([{ a: "y", b: "x" }]);
  await expect(rowsOf("SELECT $x AS a", { x: undefined })).resolves.toEqual([{ a: null }]);
  await expect(rowsOf("SELECT $1 AS a")).rejects.toThrow("there is no value for $1");
});

test("selectRows casts what is an integer, and fails for what is none", async () => {
  await expect(rowsOf("SELECT CAST('12' AS INTEGER) AS a")).resolves.toEqual([{ a: 12 }]);
  await expect(rowsOf("SELECT CAST('x' AS INTEGER) AS a")).rejects.toThrow("no integer");
});

test("selectRows gives batches of a thousand, and stops between them when its signal is aborted", async () => {
  const controller = new AbortController();
  const stream = batches(`SELECT a.n AS n FROM ${DIGITS} AS a(n) CROSS JOIN ${DIGITS} AS b(n) CROSS JOIN ${DIGITS} AS c(n) CROSS JOIN ${DIGITS} AS d(n)`, undefined, controller.signal);
  expect((await stream.next()).value).toHaveLength(1000);
  controller.abort("enough");
  await expect(stream.next()).rejects.toBe("enough");
});

test("valueOf has the value of what stands for itself", () => {
  expect(valueOf({ kind: "value", value: "x" }, undefined)).toBe("x");
  expect(() => valueOf({ kind: "count" }, undefined)).toThrow("count(*) stands in a SELECT only");
});
