import path from "node:path";
import { describe, expect, test } from "vitest";
import { ENDLESS } from "../support/endless.ts";
import { startBuilt } from "../support/start-built.ts";
import { tempFolder } from "../support/temp-folder.ts";

describe("abort", () => {
  test("interrupts a statement that would take hours, of whatever kind", async () => {
    const plugin = startBuilt({ path: path.join(await tempFolder(), "a.db") });
    const session = await plugin.openSession();
    await session.execute("CREATE TABLE x AS SELECT 1 AS n");
    const controllers = Array.from({ length: 4 }, () => new AbortController());
    const [first, second, third, fourth] = controllers.map(({ signal }) => ({ signal }));
    const work = [
      () => session.query(ENDLESS, [], first),
      () => session.execute(`CREATE TABLE y AS ${ENDLESS}`, [], second),
      () => session.materialize({ name: "x", sql: ENDLESS, materialization: "table" }, third),
      () => session.stream(ENDLESS, [], fourth)[Symbol.asyncIterator]().next(),
    ];
    for (const [index, start] of work.entries()) {
      const running = start();
      const reason = new Error(`enough of ${index}`);
      controllers[index]!.abort(reason);
      await expect(running).rejects.toBe(reason);
      expect(await session.query("FROM x")).toEqual([{ n: 1 }]);
    }
    expect(await session.query("SELECT table_name AS t FROM duckdb_tables()")).toEqual([{ t: "x" }]);
  });

  test("interrupts a statement that has run for a while", async () => {
    const session = await startBuilt({}).openSession();
    const other = await startBuilt({}).openSession();
    const controller = new AbortController();
    const running = session.query(ENDLESS, [], { signal: controller.signal });
    // What other sessions answer meanwhile is time that has passed for this one.
    for (let turn = 0; turn < 50; turn += 1) await other.query("SELECT sum(range) AS n FROM range(1000000)");
    controller.abort("enough");
    await expect(running).rejects.toBe("enough");
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });
});
