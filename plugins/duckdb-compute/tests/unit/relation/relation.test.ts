import { expect, test } from "vitest";
import { locateRelation } from "../../../src/relation/relation.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("locateRelation names database and schema, quoted", async () => {
  const statements = await memoryStatements();
  expect(await locateRelation(statements, 'a"b')).toEqual({ schema: '"memory"."main"', name: '"memory"."main"."a""b"' });
  expect(await locateRelation(statements, "t", "my s")).toEqual({ schema: '"memory"."my s"', name: '"memory"."my s"."t"' });
});

test("locateRelation follows the session's own schema and database", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE SCHEMA s");
  await statements.run("USE s");
  expect((await locateRelation(statements, "t")).name).toBe('"memory"."s"."t"');
});
