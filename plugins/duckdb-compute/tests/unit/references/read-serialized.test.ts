import { expect, test } from "vitest";
import { readSerialized } from "../../../src/references/read-serialized.ts";
import { caught } from "../../support/caught.ts";

const read = (answer: unknown, sql = "select") => caught(() => readSerialized(JSON.stringify(answer), sql));

test("readSerialized answers the one statement", () => {
  const statement = { node: { type: "SELECT_NODE" } };
  expect(readSerialized(JSON.stringify({ error: false, statements: [statement] }), "x")).toEqual(statement);
});

test("readSerialized refuses none and several", async () => {
  expect(await read({ error: false, statements: [] })).toMatchObject({ code: "FLOE_DUCKDB_ONE_STATEMENT", message: expect.stringContaining("there is none") });
  expect(await read({ error: false, statements: [{}, {}] })).toMatchObject({ message: expect.stringContaining("there are several") });
  expect(await read(1)).toMatchObject({ code: "FLOE_DUCKDB_ONE_STATEMENT" });
});

test("readSerialized gives the parser's refusal with its place", async () => {
  const error = await read({ error: true, error_type: "parser", error_message: "no", position: "9" }, "select\n  x");
  expect(error).toMatchObject({
    code: "FLOE_DUCKDB_SQL",
    message: "Cannot parse the statement: Parser error at line 2, column 3: no",
    line: 2,
    column: 3,
    exceptionType: "Parser",
  });
});

test("readSerialized takes the start for the place of a refusal without one", async () => {
  expect(await read({ error: true, error_type: "parser", error_message: "no" })).toMatchObject({ line: 1, column: 1 });
});

test("readSerialized refuses what is no SELECT", async () => {
  expect(await read({ error: true, error_type: "not implemented", error_message: "Only SELECT" })).toMatchObject({
    code: "FLOE_DUCKDB_NOT_A_SELECT",
    hint: expect.stringContaining("PIVOT"),
  });
});
