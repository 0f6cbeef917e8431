import { expect, test } from "vitest";
import { countRows } from "../../../src/materialize/count-rows.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("countRows gives what DuckDB counted, as a number", async () => {
  const statements = await memoryStatements();
  expect(await countRows(await statements.run("CREATE TABLE t AS SELECT range AS n FROM range(12)"))).toBe(12);
  expect(await countRows(await statements.run("INSERT INTO t SELECT 1"))).toBe(1);
  expect(await countRows(await statements.run("DELETE FROM t WHERE n > 100"))).toBe(0);
});
