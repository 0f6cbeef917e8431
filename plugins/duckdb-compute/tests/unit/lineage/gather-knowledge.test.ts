import { describe, expect, test } from "vitest";
import { gatherKnowledge } from "../../../src/lineage/gather-knowledge.ts";
import { serialize } from "../../../src/references/serialize.ts";
import { memoryStatements } from "../../support/open-memory.ts";

const name = (table: string) => ({ catalog: "", schema: "", table });

describe("gatherKnowledge", () => {
  test("knows the columns of the statement's tables, and how they are spelled", async () => {
    const statements = await memoryStatements();
    await statements.run('CREATE TABLE t (id INTEGER, "My Column" INTEGER)');
    const { knowledge } = await gatherKnowledge(statements, await serialize(statements, "SELECT 1 FROM T, t AS x, nosuch"));
    expect(knowledge.columnsOf(name("t"))).toEqual(["id", "My Column"]);
    expect([knowledge.columnsOf(name("nosuch")), knowledge.columnsOf(name("other"))]).toEqual([undefined, undefined]);
    expect([knowledge.spell(name("t")), knowledge.spell(name("other"))]).toEqual(["T", undefined]);
  });

  test("knows the kinds of functions, a user's macros among them", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE MACRO upper(v) AS v");
    const { knowledge } = await gatherKnowledge(statements, await serialize(statements, "SELECT 1"));
    expect(["sum", "lower", "geomean", "nullif", "range", "upper", "unnest"].map((one) => knowledge.kindOf(one))).toEqual(
      ["aggregate", "scalar", "aggregate", "scalar", "scalar", undefined, undefined],
    );
  });

  test("says whether a table has a hidden column that was taken not to be there", async () => {
    const statements = await memoryStatements();
    await statements.run("CREATE TABLE t (id INTEGER)");
    const { knowledge, isReliable } = await gatherKnowledge(statements, await serialize(statements, "FROM t"));
    knowledge.relyOnAbsence(name("t"), "nosuch");
    expect(await isReliable()).toBe(true);
    knowledge.relyOnAbsence(name("t"), "rowid");
    expect(await isReliable()).toBe(false);
  });

  test("passes on an abort", async () => {
    const statements = await memoryStatements(AbortSignal.abort(new Error("enough")));
    await expect(gatherKnowledge(statements, { type: "BASE_TABLE", table_name: "t" })).rejects.toThrow("enough");
  });
});
