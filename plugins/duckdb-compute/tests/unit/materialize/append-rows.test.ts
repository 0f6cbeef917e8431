import { describe, expect, test } from "vitest";
import { appendRows } from "../../../src/materialize/append-rows.ts";
import type { Statements } from "../../../src/session/statements.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const relation = { schema: "main", name: "memory.main.x" };

async function tableOf(select: string): Promise<Statements> {
  const statements = await memoryStatements();
  await statements.run(`CREATE TABLE x AS ${select}`);
  return statements;
}

async function append(statements: Statements, select: string, watermark?: string): Promise<number> {
  await statements.run(`CREATE OR REPLACE TEMP VIEW fresh AS ${select}`);
  return appendRows(statements, relation, { newRows: "fresh", watermark });
}

describe("appendRows", () => {
  test("adds all rows without a watermark", async () => {
    const statements = await tableOf("SELECT 1 AS id");
    expect(await append(statements, "SELECT 1 AS id")).toBe(1);
  });

  test("adds nothing when nothing has come", async () => {
    const select = "SELECT range AS id, range / 3 AS seen FROM range(5000)";
    const statements = await tableOf(select);
    expect(await append(statements, select, "seen")).toBe(0);
  });

  test.each([
    ["TIMESTAMP_NS", "'2024-01-01 00:00:00.000000001'", "'2024-01-01 00:00:00.000000002'"],
    ["DECIMAL(38, 10)", "1234567890123456789012345678.0000000001", "1234567890123456789012345678.0000000002"],
    ["HUGEINT", "170141183460469231731687303715884105726", "170141183460469231731687303715884105727"],
    ["TIMESTAMPTZ", "'2024-01-01 00:00:00.000001+02'", "'2024-01-01 00:00:00.000002+02'"],
    ["VARCHAR", "'a'", "'b'"],
    ["DATE", "'2024-01-01'", "'2024-01-02'"],
  ])("compares %s to the last digit", async (type, stored, next) => {
    const statements = await tableOf(`SELECT ${stored}::${type} AS seen`);
    const both = `SELECT ${stored}::${type} AS seen UNION ALL SELECT ${next}::${type}`;
    expect([await append(statements, both, "seen"), await append(statements, both, "seen")]).toEqual([1, 0]);
  });

  test("adds everything to an empty table, and only rows with a value to one that has none yet", async () => {
    const rows = "SELECT unnest([1, NULL]) AS seen";
    const statements = await tableOf("SELECT 1 AS seen WHERE false");
    expect(await append(statements, rows, "seen")).toBe(2);
    await statements.run("DELETE FROM x WHERE seen = 1");
    expect(await append(statements, rows, "seen")).toBe(1);
    expect(await append(statements, rows, "seen")).toBe(0);
  });

  test("lets DuckDB choose the new rows before it works on them", async () => {
    const statements = await tableOf("SELECT 5 AS id, '' AS v");
    const select = "SELECT id, CASE WHEN id <= 5 THEN error('read an old row') ELSE 'new' END AS v FROM (SELECT unnest([1, 5, 6]) AS id)";
    expect(await append(statements, select, "id")).toBe(1);
  });
});
