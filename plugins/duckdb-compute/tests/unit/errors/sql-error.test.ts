import { describe, expect, test } from "vitest";
import { DuckDBError } from "../../../src/errors/duckdb-error.ts";
import { notOneStatement, sqlError } from "../../../src/errors/sql-error.ts";

const failure = (message: string, more = {}): Error =>
  new Error(JSON.stringify({ exception_type: "Binder", exception_message: message, ...more }));

describe("sqlError", () => {
  test("gives kind and place in the user's own text", () => {
    expect(sqlError(failure("no", { position: "9" }), { sql: "select\n  x" })).toMatchObject({
      code: "FLOE_DUCKDB_SQL",
      message: "Cannot run the statement: Binder error at line 2, column 3: no",
      line: 2,
      column: 3,
    });
  });

  test("subtracts the text that stood before the user's", () => {
    expect(sqlError(failure("no", { position: "9" }), { sql: "x", prefix: "1234567é" })).toMatchObject({ line: 1, column: 1 });
    const syntax = failure("no", { position: "8", error_subtype: "SYNTAX_ERROR" });
    expect(sqlError(syntax, { sql: "x", prefix: "1234567é" })).toMatchObject({ line: 1, column: 1 });
  });

  test("gives no place if DuckDB gave none", () => {
    expect(sqlError(failure("no"), { sql: "x" })).toMatchObject({ line: undefined, hint: expect.stringMatching(/./) });
  });

  test.each([
    ["Cannot prepare multiple statements at once!", "FLOE_DUCKDB_ONE_STATEMENT"],
    ["No statement to prepare!", "FLOE_DUCKDB_ONE_STATEMENT"],
    ["Values were not provided for the following prepared statement parameters: 1", "FLOE_DUCKDB_PARAMETERS"],
  ])("recognises %j", (message, code) => {
    expect(sqlError(failure(message), { sql: "x" })).toMatchObject({ code });
  });

  test("says what helps against a lack of memory and a conflict", () => {
    expect(sqlError(new Error("Out of Memory Error: no"), { sql: "x" }).hint).toContain("memoryLimit");
    expect(sqlError(failure("no", { exception_type: "TransactionContext" }), { sql: "x" }).hint).toContain("run it again");
  });

  test("masks credentials and keeps no cause that would show them", () => {
    const error = sqlError(failure("bad value hunter2"), { sql: "CREATE SECRET s (SECRET 'hunter2')" });
    expect(error.message).toBe("Cannot run the statement: Binder error: bad value [secret]");
    expect(error.cause).toBeUndefined();
  });

  test("passes an error of ours as it is", () => {
    const ours = new DuckDBError("FLOE_DUCKDB_NAME", "Cannot", { hint: "" });
    expect(sqlError(ours, { sql: "x" })).toBe(ours);
  });
});

test("notOneStatement says why and what of a PIVOT", () => {
  expect(notOneStatement("there is none")).toMatchObject({
    code: "FLOE_DUCKDB_ONE_STATEMENT",
    message: "Cannot run the statement: there is none",
    hint: expect.stringContaining("PIVOT"),
  });
});
