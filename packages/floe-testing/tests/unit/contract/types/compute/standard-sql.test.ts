import { expect, test } from "vitest";
import { selectRows, STANDARD_SQL } from "../../../../../src/contract/types/compute/standard-sql.ts";
import { FakeSession } from "../../../../../src/fakes/fake-session.ts";

test("selectRows selects rows that are written into it", async () => {
  const sql = selectRows(["k", "v"], [[1, "a"], [2, "b"]]);
  expect(sql).toBe("SELECT k, v FROM (VALUES (1, 'a'), (2, 'b')) AS t(k, v)");
  await expect(new FakeSession().query(sql)).resolves.toEqual([{ k: 1, v: "a" }, { k: 2, v: "b" }]);
});

test("STANDARD_SQL selects parameters by position and by name", async () => {
  const session = new FakeSession();
  await expect(session.query(STANDARD_SQL.byPosition, ["x", 1])).resolves.toEqual([{ a: "x", b: 1 }]);
  await expect(session.query(STANDARD_SQL.byName, { second: 1, first: "x" })).resolves.toEqual([{ a: "x", b: 1 }]);
});

test("STANDARD_SQL has a million rows where many are asked for", () => {
  expect(STANDARD_SQL.many.split("CROSS JOIN")).toHaveLength(6);
  expect(STANDARD_SQL.endless.split("CROSS JOIN")).toHaveLength(16);
});
