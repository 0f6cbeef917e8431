import { expect, test } from "vitest";
import { checkUniqueKey } from "../../../src/materialize/unique-key.ts";
import { caught } from "../../support/caught.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("checkUniqueKey accepts rows that differ in one of the columns", async () => {
  const statements = await memoryStatements();
  await statements.run('CREATE TABLE t AS SELECT * FROM (VALUES (1, 1), (1, 2), (NULL, 1)) v(a, "b c")');
  await checkUniqueKey(statements, "t", ["a", "b c"]);
});

test("checkUniqueKey refuses equal keys, NULL among them", async () => {
  const statements = await memoryStatements();
  for (const rows of ["(1), (2), (1)", "(NULL), (NULL)"]) {
    await statements.run(`CREATE OR REPLACE TABLE t AS SELECT a::INT AS a FROM (VALUES ${rows}) v(a)`);
    expect(await caught(() => checkUniqueKey(statements, "t", ["a"]))).toMatchObject({
      code: "FLOE_DUCKDB_INCREMENTAL",
      message: "Cannot update the incremental table: several new rows have the same unique key (a)",
    });
  }
});
