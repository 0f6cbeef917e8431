import { expect, test } from "vitest";
import { withSessions } from "../../../../../src/broken/types/compute/session-variants.ts";

test("withSessions opens sessions that do what the fake's do, but for what is changed", async () => {
  const compute = new (withSessions((session) => ({ query: async (sql) => session.query(`${sql} AS changed`) })))();
  const session = await compute.openSession();
  await expect(session.query("SELECT 1")).resolves.toEqual([{ changed: 1 }]);
  await session.execute("CREATE TABLE t (k INTEGER)");
  await expect(session.materialize({ name: "v", sql: "SELECT 2 AS k", materialization: "table" })).resolves.toMatchObject({ rows: 1 });
  const batches: unknown[] = [];
  for await (const batch of session.stream("SELECT 3 AS k")) batches.push(batch);
  expect(batches).toEqual([[{ k: 3 }]]);
  await session.close();
  expect(compute.sessions).toMatchObject([{ isClosed: true }]);
});
