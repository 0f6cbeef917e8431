import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteIdentifier } from "../../../src/sql/quote-identifier.ts";
import { memoryStatements } from "../../support/open-memory.ts";

/** Names that try to get out of their quotes, and any others. */
const names = fc.oneof(
  fc.constantFrom('"', '""', 'a"; DROP TABLE kept; --', "'; DROP TABLE kept; --", "$1", "?", "--", "/*", "a.b", "\\", "\\\"", "select"),
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.stringMatching(/^["'\\;a ]+$/),
);

test("quoteIdentifier doubles quotes", () => {
  expect(quoteIdentifier('a"b')).toBe('"a""b"');
});

test("quoteIdentifier refuses the empty name and what DuckDB cannot take", () => {
  expect(() => quoteIdentifier("")).toThrow("Cannot use an identifier: it is empty");
  expect(() => quoteIdentifier("a\0b")).toThrow("it holds a NUL");
});

test("quoteIdentifier brings every name through DuckDB unchanged, and nothing else with it", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE TABLE kept AS SELECT 1 AS a");
  await fc.assert(
    fc.asyncProperty(names.filter((name) => !/[\0\p{Surrogate}]/u.test(name)), async (name) => {
      const result = await statements.run(`SELECT 1 AS ${quoteIdentifier(name)} FROM kept`);
      expect(result.columnNames()).toEqual([name]);
      await statements.run(`CREATE OR REPLACE TABLE main.${quoteIdentifier(`t ${name}`)} AS SELECT 1`);
      const tables = await statements.rows("SELECT table_name FROM duckdb_tables() WHERE table_name <> 'kept'");
      expect(tables).toEqual([{ table_name: `t ${name}` }]);
      await statements.run(`DROP TABLE main.${quoteIdentifier(`t ${name}`)}`);
    }),
    { numRuns: 200 },
  );
  expect(await statements.rows("FROM kept")).toEqual([{ a: 1 }]);
});
