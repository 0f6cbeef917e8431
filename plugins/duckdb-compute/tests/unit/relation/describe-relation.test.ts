import { expect, test } from "vitest";
import { describeRelation } from "../../../src/relation/describe-relation.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("describeRelation names columns and DuckDB's types, in order, of tables and views", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE TABLE t AS SELECT 1.25 AS b, ['x'] AS a, {'k': 1} AS \"C d\"");
  const columns = [{ name: "b", type: "DECIMAL(3,2)" }, { name: "a", type: "VARCHAR[]" }, { name: "C d", type: "STRUCT(k INTEGER)" }];
  expect(await describeRelation(statements, { schema: "main", name: "t" })).toEqual(columns);
  await statements.run("CREATE VIEW v AS FROM t");
  expect(await describeRelation(statements, { schema: "main", name: "v" })).toEqual(columns);
});
