import type { Row } from "floe-core";
import { describe, expect, test } from "vitest";
import { caught } from "../../support/caught.ts";
import { ENDLESS } from "../../support/endless.ts";
import { memorySession, memorySessions } from "../../support/open-session.ts";

async function collect(rows: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const batch of rows) all.push(...batch);
  return all;
}

describe("DuckDBSession", () => {
  test("execute and query run statements, with values by position and by name", async () => {
    const session = await memorySession();
    await session.execute("CREATE TABLE t AS SELECT $a AS a", { a: 1 });
    await session.execute("INSERT INTO t VALUES (?)", [2]);
    expect(await session.query("SELECT a FROM t WHERE a >= $least ORDER BY a", { least: 1 })).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test("query gives BIGINT as bigint", async () => {
    const session = await memorySession();
    expect(await session.query("SELECT count(*) AS n")).toEqual([{ n: 1n }]);
  });

  test("statements run one after another, in the order they came", async () => {
    const session = await memorySession();
    await session.execute("CREATE TABLE t (a INT)");
    await Promise.all(Array.from({ length: 20 }, (_, index) => session.execute("INSERT INTO t VALUES (?)", [index])));
    const rows = await session.query("SELECT list(a ORDER BY rowid) AS list FROM t");
    expect(rows).toEqual([{ list: Array.from({ length: 20 }, (_, index) => index) }]);
  });

  test("a failed statement leaves the session usable", async () => {
    const session = await memorySession();
    expect(await caught(() => session.query("SELECT nosuch"))).toMatchObject({ code: "FLOE_DUCKDB_SQL", line: 1, column: 8 });
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("getColumnLineage says where columns come from, null where it cannot", async () => {
    const session = await memorySession();
    await session.execute("CREATE TEMP TABLE t (a INT)");
    expect(await session.getColumnLineage("SELECT sum(a) AS total, 1 AS one FROM t")).toEqual([
      { column: "total", inputs: [{ table: "t", column: "a", transformation: "AGGREGATION" }] },
      { column: "one", inputs: [] },
    ]);
    expect(await session.getColumnLineage("SELECT COLUMNS(*) FROM t")).toBeNull();
  });

  test("abort interrupts the running statement with the signal's reason, and the session stays usable", async () => {
    const session = await memorySession();
    const controller = new AbortController();
    const running = caught(() => session.query(ENDLESS, [], { signal: controller.signal }));
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await running).toBe(reason);
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("abort gives up waiting for a turn, and leaves the running statement alone", async () => {
    const session = await memorySession();
    const first = new AbortController();
    const second = new AbortController();
    const running = caught(() => session.query(ENDLESS, [], { signal: first.signal }));
    const waiting = caught(() => session.execute("CREATE TABLE t (a INT)", [], { signal: second.signal }));
    second.abort("second");
    expect(await waiting).toBe("second");
    first.abort("first");
    expect(await running).toBe("first");
    expect(await session.query("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("an aborted signal runs nothing", async () => {
    const session = await memorySession();
    const signal = AbortSignal.abort("enough");
    for (const work of [
      () => session.execute("CREATE TABLE t (a INT)", [], { signal }),
      () => session.query("SELECT 1", [], { signal }),
      () => collect(session.stream("SELECT 1", [], { signal })),
      () => session.registerSource({ name: "s", path: "/none.csv" }, { signal }),
      () => session.materialize({ name: "t", sql: "SELECT 1", materialization: "table" }, { signal }),
      () => session.getColumnLineage("SELECT 1 AS a", { signal }),
    ]) {
      expect(await caught(work)).toBe("enough");
    }
    expect(await session.query("SELECT * FROM duckdb_tables()")).toEqual([]);
  });
});

describe("DuckDBSession.stream", () => {
  test("gives all rows in order, in batches", async () => {
    const session = await memorySession();
    let batches = 0;
    let next = 0n;
    for await (const batch of session.stream("SELECT range AS n FROM range($1)", [20_000])) {
      batches += 1;
      for (const row of batch) expect(row["n"]).toBe(next++);
    }
    expect(next).toBe(20_000n);
    expect(batches).toBeGreaterThan(5);
  });

  test("gives no batch for no rows, and runs nothing before the first is asked for", async () => {
    const session = await memorySession();
    expect(await collect(session.stream("SELECT 1 WHERE false"))).toEqual([]);
    session.stream("CREATE TABLE t (a INT)");
    expect(await session.query("SELECT * FROM duckdb_tables()")).toEqual([]);
  });

  test("leaving the loop early ends the statement and frees the session", async () => {
    const session = await memorySession();
    for await (const batch of session.stream("FROM range(100000000)")) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("throws for a failure half-way instead of ending", async () => {
    const session = await memorySession();
    const sql = "SELECT CASE WHEN range < 500000 THEN range::VARCHAR ELSE 'x' END::INT AS n FROM range(600000)";
    expect(await caught(() => collect(session.stream(sql)))).toMatchObject({ code: "FLOE_DUCKDB_SQL", exceptionType: "Conversion" });
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("abort between batches and abort of a batch reject with the reason", async () => {
    const session = await memorySession();
    const between = new AbortController();
    const loop = async () => {
      for await (const batch of session.stream("FROM range(100000000)", [], { signal: between.signal })) {
        between.abort(`after ${batch.length > 0}`);
      }
    };
    expect(await caught(loop)).toBe("after true");
    const during = new AbortController();
    const running = caught(() => collect(session.stream(ENDLESS, [], { signal: during.signal })));
    during.abort("during");
    expect(await running).toBe("during");
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("refuses other statements while it is read, instead of waiting for itself", async () => {
    const session = await memorySession();
    let refused: unknown;
    for await (const batch of session.stream("FROM range(5000)")) {
      expect(batch.length).toBeGreaterThan(0);
      refused ??= await caught(() => session.query("SELECT 1"));
    }
    expect(refused).toMatchObject({ code: "FLOE_DUCKDB_SESSION_BUSY" });
    expect(await caught(() => collect(session.stream("SELECT nosuch")))).toMatchObject({ code: "FLOE_DUCKDB_SQL" });
    expect(await collect(session.stream("SELECT 1 AS a"))).toEqual([{ a: 1 }]);
  });

  test("close ends it", async () => {
    const session = await memorySession();
    const loop = async () => {
      for await (const batch of session.stream("FROM range(100000000)")) {
        expect(batch.length).toBeGreaterThan(0);
        await session.close();
      }
    };
    expect(await caught(loop)).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
  });
});

describe("DuckDBSession.close", () => {
  test("interrupts what runs and what waits, and is safe twice", async () => {
    const session = await memorySession();
    const running = caught(() => session.query(ENDLESS));
    const waiting = caught(() => session.execute("CREATE TABLE t (a INT)"));
    await Promise.all([session.close(), session.close()]);
    await session.close();
    for (const error of [await running, await waiting]) expect(error).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
  });

  test("refuses what comes after it", async () => {
    const session = await memorySession();
    await session.close();
    for (const work of [() => session.execute("SELECT 1"), () => session.query("SELECT 1"), () => collect(session.stream("SELECT 1"))]) {
      expect(await caught(work)).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
    }
  });

  test("leaves other sessions alone", async () => {
    const open = await memorySessions();
    const [closed, other] = [await open(), await open()];
    await closed.execute("CREATE TABLE t AS SELECT 1 AS a");
    await closed.close();
    expect(await other.query("FROM t")).toEqual([{ a: 1 }]);
  });

  test("undoes a table that was not complete", async () => {
    const open = await memorySessions();
    const [closed, other] = [await open(), await open()];
    await closed.execute("CREATE TABLE t AS SELECT 1 AS n");
    const running = caught(() => closed.materialize({ name: "t", sql: ENDLESS, materialization: "table" }));
    await closed.close();
    expect(await running).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
    expect(await other.query("FROM t")).toEqual([{ n: 1 }]);
  });
});
