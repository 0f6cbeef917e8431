import type { ComputePlugin } from "floe-core";
import { describe, expect, test } from "vitest";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { findDependencies } from "../../../src/transforms/find-dependencies.ts";
import { KnownTables } from "../../../src/transforms/known-tables.ts";
import { draftOf } from "../../support/draft-of.ts";
import { FakeCompute } from "../../support/fake-plugins.ts";

const known = new KnownTables(
  ["daily", "airports", "routes"].map((name) => ({ name, schema: undefined })),
  [{ name: "raw_flights" }],
);

async function find(sql: string, compute: ComputePlugin | undefined = new FakeCompute()) {
  const problems = new ProblemList();
  const names = await findDependencies(draftOf("routes", sql, problems), known, compute, problems);
  return { names, problems: problems.sorted(undefined) };
}

/** An engine whose parser does what it is told. */
function computeThat(read: () => Promise<readonly string[]>): ComputePlugin {
  const compute = new FakeCompute();
  compute.getReferencedTables = read;
  return compute;
}

describe("findDependencies", () => {
  test("findDependencies takes transforms from the SQL and from dependsOn, sorted, each once", async () => {
    const sql = "-- floe: { dependsOn: [daily, AIRPORTS] }\nSELECT * FROM Daily JOIN raw_flights JOIN other.table";
    expect(await find(sql)).toEqual({ names: ["airports", "daily"], problems: [] });
  });

  test("findDependencies reports a slip where it stands, with the way out", async () => {
    const { names, problems } = await find("SELECT *\n  FROM airport");
    expect(names).toEqual([]);
    expect(problems).toMatchObject([
      { code: "table_unknown", file: "routes.sql", line: 2, column: 8, found: "airport", nearest: "airports" },
    ]);
    expect(problems[0]?.remedy).toContain("main.airport");
  });

  test("findDependencies reports names in dependsOn that no transform has", async () => {
    const { problems } = await find("-- floe: { dependsOn: [dayly, raw_flights] }\nSELECT 1");
    expect(problems.map(({ code, line, column, path, nearest }) => [code, line, column, path, nearest])).toEqual([
      ["dependency_unknown", 1, 24, "floe.dependsOn[0]", "daily"],
      ["dependency_unknown", 1, 31, "floe.dependsOn[1]", undefined],
    ]);
  });

  test("findDependencies reports what the parser refuses at the place it names", async () => {
    const { problems } = await find("-- floe: {}\nSELECT *\nFROM (selec 1)");
    expect(problems).toEqual([
      {
        code: "sql_invalid",
        file: "routes.sql",
        line: 3,
        column: 7,
        path: "",
        message: "the SQL of routes is refused: Cannot read SQL: syntax error at 'selec'",
        expected: "one SELECT that duckdb can read",
        found: "something else",
        remedy: "Write SELECT.",
      },
    ]);
  });

  test("findDependencies reports a parser that fails without saying where", async () => {
    for (const thrown of [new Error("broken"), "broken", null]) {
      const { problems } = await find("SELECT 1", computeThat(() => Promise.reject(thrown)));
      expect(problems).toMatchObject([{ code: "sql_invalid", file: "routes.sql", line: 1, column: 1, remedy: "Correct the statement." }]);
    }
  });

  test("findDependencies lets an incremental transform read itself, and no other", async () => {
    const incremental = "-- floe: { materialization: incremental, watermark: day }\nSELECT * FROM routes";
    expect((await find(incremental)).names).toEqual([]);
    expect((await find("SELECT * FROM routes")).names).toEqual(["routes"]);
  });

  test("findDependencies goes by dependsOn alone where no parser is to be had", async () => {
    const sql = "-- floe: { dependsOn: [daily] }\nSELECT * FROM airports";
    const without = new FakeCompute();
    Object.defineProperty(without, "getReferencedTables", { value: undefined });
    expect((await find(sql, without)).names).toEqual(["daily"]);
    const problems = new ProblemList();
    expect(await findDependencies(draftOf("routes", sql, problems), known, undefined, problems)).toEqual(["daily"]);
  });

  test("findDependencies gives up with its signal instead of reporting that", async () => {
    const reason = new Error("enough");
    const problems = new ProblemList();
    const compute = computeThat(() => Promise.reject(reason));
    await expect(
      findDependencies(draftOf("routes", "SELECT 1", problems), known, compute, problems, AbortSignal.abort(reason)),
    ).rejects.toBe(reason);
    expect(problems.isEmpty).toBe(true);
  });
});
