import { expect, test } from "vitest";
import { rowsDiffer } from "../../../src/materialize/rows-differ.ts";
import { memoryStatements } from "../../support/open-memory.ts";

/** Whether two rows of one column differ; `type` is the column's. */
async function differ(type: string, one: string, other: string): Promise<unknown> {
  const statements = await memoryStatements();
  await statements.run(`CREATE TABLE old ("the v" ${type})`);
  await statements.run('CREATE TABLE new AS FROM old WITH NO DATA');
  await statements.run(`INSERT INTO old SELECT ${one}`);
  await statements.run(`INSERT INTO new SELECT ${other}`);
  const [column] = await statements.rows("SELECT column_type AS type FROM (DESCRIBE old)");
  const [row] = await statements.rows(`SELECT ${rowsDiffer([{ name: "the v", type: String(column?.["type"]) }])} AS differ FROM old, new`);
  return row?.["differ"];
}

test.each([
  ["INTEGER", "1", "1"],
  ["INTEGER", "NULL", "NULL"],
  ["DOUBLE", "'nan'", "'nan'"],
  ["DECIMAL(4, 1)", "1.25", "1.3"],
  ["STRUCT(a INTEGER, b INTEGER[])", "{'a': NULL, 'b': [1, NULL]}", "{'a': NULL, 'b': [1, NULL]}"],
  ["MAP(VARCHAR, INTEGER)", "MAP {'a': 1}", "MAP {'a': 1}"],
  ["INTERVAL", "INTERVAL 1 DAY", "INTERVAL 1 DAY"],
])("rowsDiffer takes two rows for equal: %s %s and %s", async (type, one, other) => {
  expect(await differ(type, one, other)).toBe(false);
});

test.each([
  ["INTEGER", "1", "NULL"],
  ["DOUBLE", "'nan'", "1"],
  ["VARCHAR COLLATE NOCASE", "'a'", "'A'"],
  ["STRUCT(a INTEGER, b INTEGER[])", "{'a': 1, 'b': [1, NULL]}", "{'a': 1, 'b': [1, 2]}"],
  ["INTEGER[]", "[NULL]", "NULL"],
  ["INTERVAL", "INTERVAL 1 MONTH", "INTERVAL 30 DAYS"],
  ["STRUCT(i INTERVAL)", "{'i': INTERVAL 1 MONTH}", "{'i': INTERVAL 30 DAYS}"],
])("rowsDiffer sees a difference: %s %s and %s", async (type, one, other) => {
  expect(await differ(type, one, other)).toBe(true);
});
