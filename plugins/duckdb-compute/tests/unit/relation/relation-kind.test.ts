import { expect, test } from "vitest";
import { relationKind } from "../../../src/relation/relation-kind.ts";
import { Statements } from "../../../src/session/statements.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";

const relation = (name: string) => ({ schema: "main", name });

test("relationKind tells table, view and none, and changes nothing", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE TABLE t AS SELECT 1 AS a");
  await statements.run("CREATE VIEW v AS FROM t");
  for (const [name, kind] of [["t", "table"], ["memory.main.t", "table"], ["v", "view"], ["nosuch", "none"], ["nosuch.t", "none"]] as const) {
    expect([name, await relationKind(statements, relation(name))]).toEqual([name, kind]);
  }
  expect(await statements.rows("FROM t")).toEqual([{ a: 1 }]);
});

test("relationKind knows a view that no longer works for a view", async () => {
  const statements = await memoryStatements();
  await statements.run("CREATE TABLE t AS SELECT 1 AS a");
  await statements.run("CREATE VIEW v AS FROM t");
  await statements.run("ALTER TABLE t RENAME a TO b");
  expect(await relationKind(statements, relation("v"))).toBe("view");
  await statements.run("DROP TABLE t");
  expect(await relationKind(statements, relation("v"))).toBe("view");
});

test("relationKind passes any other failure", async () => {
  const statements = await memoryStatements();
  expect(await caught(() => relationKind(statements, relation("nodatabase.main.t")))).toMatchObject({ exceptionType: "Binder" });
  const aborted = new Statements(await connect(await openMemory()), AbortSignal.abort("enough"));
  expect(await caught(() => relationKind(aborted, relation("t")))).toBe("enough");
});
