import { describe, expect, test } from "vitest";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { composeTransforms } from "../../../src/transforms/compose-transforms.ts";
import { draftOf } from "../../support/draft-of.ts";
import { FakeCompute } from "../../support/fake-plugins.ts";

async function compose(sqls: Readonly<Record<string, string>>, computes: readonly string[] = ["duckdb", "spark"]) {
  const problems = new ProblemList();
  const asked: string[] = [];
  const transforms = await composeTransforms(
    Object.entries(sqls).map(([name, sql]) => draftOf(name, sql, problems)),
    {
      sources: [{ name: "raw", path: "raw.csv" }],
      computes,
      findCompute: (name) => {
        asked.push(name);
        return new FakeCompute();
      },
    },
    problems,
  );
  return { transforms, asked, problems: problems.sorted(undefined) };
}

describe("composeTransforms", () => {
  test("composeTransforms orders transforms by what their SQL reads", async () => {
    const { transforms, problems } = await compose({
      last: "-- floe: { tags: [t] }\nSELECT * FROM middle JOIN first",
      middle: "SELECT * FROM first",
      first: "SELECT * FROM raw",
    });
    expect(problems).toEqual([]);
    expect(transforms.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ["first", []],
      ["middle", ["first"]],
      ["last", ["first", "middle"]],
    ]);
    expect(transforms[2]).toMatchObject({
      sql: "-- floe: { tags: [t] }\nSELECT * FROM middle JOIN first",
      path: "last.sql",
      materialization: "table",
      tags: ["t"],
      compute: null,
    });
  });

  test("composeTransforms asks the engine that a transform states, else the first", async () => {
    const { asked } = await compose({ a: "SELECT 1", b: "-- floe: { compute: spark }\nSELECT 1" });
    expect(asked).toEqual(["duckdb", "spark"]);
  });

  test("composeTransforms reports an engine that is not selected", async () => {
    const { problems, asked } = await compose({ a: "-- floe: { compute: duckbd }\nSELECT 1" });
    expect(asked).toEqual([]);
    expect(problems).toMatchObject([
      { code: "value_invalid", file: "a.sql", line: 1, column: 21, path: "floe.compute", nearest: "duckdb" },
    ]);
    const none = await compose({ a: "-- floe: { compute: duckdb }\nSELECT 1", b: "SELECT 1" }, []);
    expect(none.problems).toMatchObject([{ expected: "a compute plugin" }]);
  });

  test("composeTransforms reports a cycle where its first member names the next", async () => {
    const { transforms, problems } = await compose({
      a: "SELECT *\nFROM b",
      b: "SELECT * FROM a",
      c: "-- floe: { dependsOn: [c] }\nSELECT 1",
    });
    expect(transforms).toEqual([]);
    expect(problems.map(({ code, file, line, column, found }) => [code, file, line, column, found])).toEqual([
      ["dependency_cycle", "a.sql", 2, 6, "a -> b -> a"],
      ["dependency_cycle", "c.sql", undefined, undefined, "c -> c"],
    ]);
  });
});
