import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteLiteral } from "../../../src/sql/quote-literal.ts";
import { memoryStatements } from "../../support/open-memory.ts";

/** Texts that try to get out of their quotes, and any others. */
const texts = fc.oneof(
  fc.constantFrom("", "'", "''", "'; DROP TABLE kept; --", "\\'; DROP TABLE kept; --", "\\", "\\'", "$$", "E'\\'", "\r\n", "\u00a0"),
  fc.string({ unit: "grapheme" }),
  fc.stringMatching(/^["'\\;a ]+$/),
);

test("quoteLiteral doubles quotes", () => {
  expect(quoteLiteral("it's")).toBe("'it''s'");
});

test("quoteLiteral refuses what DuckDB cannot take", () => {
  expect(() => quoteLiteral("a\0b")).toThrow("Cannot use a text: it holds a NUL");
});

test("quoteLiteral brings every text through DuckDB unchanged, and nothing else with it", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE TABLE kept AS SELECT 1 AS a");
  await fc.assert(
    fc.asyncProperty(texts.filter((text) => !/[\0\p{Surrogate}]/u.test(text)), async (text) => {
      expect(await statements.rows(`SELECT ${quoteLiteral(text)} AS text`)).toEqual([{ text }]);
    }),
    { numRuns: 300 },
  );
  expect(await statements.rows("FROM kept")).toEqual([{ a: 1 }]);
});
