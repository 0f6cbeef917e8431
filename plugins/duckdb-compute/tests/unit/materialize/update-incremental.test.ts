import type { MaterializeRequest } from "floe-core";
import { describe, expect, test } from "vitest";
import { updateIncremental } from "../../../src/materialize/update-incremental.ts";
import type { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const relation = { schema: "main", name: "memory.main.x" };

async function tableOf(rows: string): Promise<Statements> {
  const statements = await memoryStatements();
  await statements.run(`CREATE TABLE x AS SELECT * FROM (VALUES ${rows}) v(id, v)`);
  return statements;
}

function update(statements: Statements, rows: string, more: Partial<MaterializeRequest>): Promise<number> {
  const sql = `SELECT v, id FROM (VALUES ${rows}) s(id, v)`;
  return updateIncremental(statements, relation, { name: "x", sql, materialization: "incremental", ...more });
}

const content = (statements: Statements) => statements.rows("SELECT id, v FROM x ORDER BY id, v");

describe("updateIncremental", () => {
  test("with a unique key, replaces rows of equal keys and adds the others, by column name", async () => {
    const statements = await tableOf("(1, 'a'), (2, 'b')");
    expect(await update(statements, "(2, 'B'), (3, 'C')", { uniqueKey: ["id"] })).toBe(2);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 2, v: "B" }, { id: 3, v: "C" }]);
  });

  test("with a unique key, changes nothing when the same rows come again", async () => {
    const statements = await tableOf("(1, 'a'), (NULL, 'b'), (3, NULL)");
    expect(await update(statements, "(3, NULL), (1, 'a'), (NULL, 'b')", { uniqueKey: ["id"] })).toBe(0);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 3, v: null }, { id: null, v: "b" }]);
  });

  test("takes NULL for a key like any other", async () => {
    const statements = await tableOf("(NULL, 'a'), (2, 'b')");
    await update(statements, "(NULL, 'A')", { uniqueKey: ["id"] });
    expect(await statements.rows("SELECT v FROM x ORDER BY v")).toEqual([{ v: "A" }, { v: "b" }]);
  });

  test("with several key columns, replaces where all are equal", async () => {
    const statements = await tableOf("(1, 'a'), (1, 'b')");
    expect(await update(statements, "(1, 'b'), (1, 'c')", { uniqueKey: ["id", "v"] })).toBe(1);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 1, v: "b" }, { id: 1, v: "c" }]);
  });

  test("refuses new rows of one key", async () => {
    const statements = await tableOf("(1, 'a')");
    expect(await caught(() => update(statements, "(2, 'b'), (2, 'c')", { uniqueKey: ["id"] }))).toMatchObject({
      code: "FLOE_DUCKDB_INCREMENTAL",
    });
  });

  test("with a watermark, adds only what is above the stored maximum", async () => {
    const statements = await tableOf("(1, 'a'), (5, 'e')");
    expect(await update(statements, "(4, 'D'), (5, 'E'), (6, 'F'), (NULL, 'N')", { watermark: "id" })).toBe(1);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 5, v: "e" }, { id: 6, v: "F" }]);
  });

  test("with a watermark, adds everything to an empty table", async () => {
    const statements = await tableOf("(1, 'a')");
    await statements.run("DELETE FROM x");
    expect(await update(statements, "(4, 'D'), (5, 'E')", { watermark: "id" })).toBe(2);
  });

  test("with neither, adds everything", async () => {
    const statements = await tableOf("(1, 'a')");
    expect(await update(statements, "(1, 'a')", { uniqueKey: [] })).toBe(1);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 1, v: "a" }]);
  });

  test("may read the table itself, and leaves nothing temporary behind", async () => {
    const statements = await tableOf("(1, 'a')");
    const request = { name: "x", sql: "SELECT id + 1 AS id, v FROM x", materialization: "incremental" } as const;
    expect(await updateIncremental(statements, relation, request)).toBe(1);
    expect(await updateIncremental(statements, relation, { ...request, uniqueKey: ["id"] })).toBe(1);
    expect(await content(statements)).toEqual([{ id: 1, v: "a" }, { id: 2, v: "a" }, { id: 3, v: "a" }]);
    const temporary = "SELECT table_name AS n FROM duckdb_tables() WHERE temporary UNION SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal";
    expect(await statements.rows(temporary)).toEqual([]);
  });
});
