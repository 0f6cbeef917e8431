import { expect, test } from "vitest";
import { DuckDBSqlError } from "../../../src/errors/duckdb-sql-error.ts";

test("DuckDBSqlError says kind, place and reason", () => {
  const error = new DuckDBSqlError({ exceptionType: "Binder", reason: "so", position: { line: 2, column: 5 }, hint: "Do." });
  expect(error.message).toBe("Cannot run the statement: Binder error at line 2, column 5: so");
  expect(error).toMatchObject({ code: "FLOE_DUCKDB_SQL", exceptionType: "Binder", reason: "so", line: 2, column: 5, hint: "Do." });
});

test("DuckDBSqlError leaves out a place that DuckDB did not give", () => {
  const error = new DuckDBSqlError({ what: "parse the statement", exceptionType: "Parser", reason: "so", hint: "" });
  expect(error.message).toBe("Cannot parse the statement: Parser error: so");
  expect([error.line, error.column]).toEqual([undefined, undefined]);
});
