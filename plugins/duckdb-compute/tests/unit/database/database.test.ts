import { readdir } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { Database } from "../../../src/database/database.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { ENDLESS } from "../../support/endless.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function newDatabase(input: Readonly<Record<string, unknown>> = {}) {
  const baseDir = await tempFolder();
  const database = new Database({ config: configOf(input), baseDir });
  onTestFinished(() => database.close());
  return { database, baseDir };
}

describe("Database in memory", () => {
  test("keeps its tables from session to session", async () => {
    const { database, baseDir } = await newDatabase();
    const first = await database.openSession();
    await first.execute("CREATE TABLE t AS SELECT 1 AS a");
    await first.close();
    const second = await database.openSession();
    expect(await second.query("FROM t")).toEqual([{ a: 1 }]);
    expect(await readdir(baseDir)).toEqual([]);
  });

  test("is shared by sessions that open at once", async () => {
    const { database } = await newDatabase();
    const [one, two] = await Promise.all([database.openSession(), database.openSession()]);
    await one.execute("CREATE TABLE t AS SELECT 1 AS a");
    expect(await two.query("FROM t")).toEqual([{ a: 1 }]);
  });

  test("tries again after it could not be opened or set up", async () => {
    const settings: Record<string, unknown> = { allow_unsigned_extensions: "maybe" };
    const config = { ...configOf(), settings } as ReturnType<typeof configOf>;
    const database = new Database({ config, baseDir: "." });
    onTestFinished(() => database.close());
    expect(await caught(() => database.openSession())).toMatchObject({ code: "FLOE_DUCKDB_SETTING" });
    settings["allow_unsigned_extensions"] = true;
    settings["nosuch"] = 1;
    expect(await caught(() => database.openSession())).toMatchObject({ code: "FLOE_DUCKDB_SETTING", message: expect.stringContaining("nosuch") });
    delete settings["nosuch"];
    expect(await (await database.openSession()).query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });
});

describe("Database in a file", () => {
  test("is made by the first session and keeps its tables", async () => {
    const { database, baseDir } = await newDatabase({ path: "a.db" });
    expect(await readdir(baseDir)).toEqual([]);
    const first = await database.openSession();
    await first.execute("CREATE TABLE t AS SELECT 1 AS a");
    await first.close();
    expect(await readdir(baseDir)).toEqual(["a.db"]);
    expect(await (await database.openSession()).query("FROM t")).toEqual([{ a: 1 }]);
  });

  test("is only read where asked", async () => {
    const { database, baseDir } = await newDatabase({ path: "a.db" });
    await (await database.openSession()).execute("CREATE TABLE t AS SELECT 1 AS a");
    await database.close();
    const reading = new Database({ config: configOf({ path: "a.db", readOnly: true }), baseDir });
    onTestFinished(() => reading.close());
    const session = await reading.openSession();
    expect(await session.query("FROM t")).toEqual([{ a: 1 }]);
    expect(await caught(() => session.materialize({ name: "x", sql: "SELECT 1 AS a", materialization: "table" }))).toMatchObject({
      code: "FLOE_DUCKDB_SQL",
      message: expect.stringContaining("read-only"),
    });
  });
});

describe("Database.openSession", () => {
  test("rejects with the signal's reason, before and while it opens", async () => {
    const { database } = await newDatabase({ path: "a.db" });
    expect(await caught(() => database.openSession({ signal: AbortSignal.abort("before") }))).toBe("before");
    const controller = new AbortController();
    const opening = caught(() => database.openSession({ signal: controller.signal }));
    controller.abort("while");
    expect(await opening).toBe("while");
  });
});

describe("Database.close", () => {
  test("ends the sessions that are open, and is safe twice", async () => {
    const { database } = await newDatabase({ path: "a.db" });
    const sessions = await Promise.all([database.openSession(), database.openSession()]);
    const running = caught(() => sessions[0].query(ENDLESS));
    await Promise.all([database.close(), database.close()]);
    await database.close();
    expect(await running).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
    expect(await caught(() => sessions[1].query("SELECT 1"))).toMatchObject({ code: "FLOE_DUCKDB_SESSION_CLOSED" });
  });

  test.each([":memory:", "a.db"])("gives up sessions that are still opening: %s", async (path) => {
    const { database } = await newDatabase({ path });
    const opening = caught(() => database.openSession());
    await database.close();
    expect(await opening).toMatchObject({ code: "FLOE_DUCKDB_NOT_STARTED" });
  });

  test("waits for a session that was given up while it opened", async () => {
    const { database, baseDir } = await newDatabase({ path: "a.db" });
    const controller = new AbortController();
    const opening = caught(() => database.openSession({ signal: controller.signal }));
    controller.abort("while");
    expect(await opening).toBe("while");
    await database.close();
    // With other settings it could not be opened if it were still open.
    const next = new Database({ config: configOf({ path: "a.db", threads: 1 }), baseDir });
    onTestFinished(() => next.close());
    expect(await (await next.openSession()).query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("forgets a database in memory", async () => {
    const { database, baseDir } = await newDatabase();
    await (await database.openSession()).execute("CREATE TABLE t AS SELECT 1 AS a");
    await database.close();
    const next = new Database({ config: configOf(), baseDir });
    onTestFinished(() => next.close());
    expect(await (await next.openSession()).query("SELECT * FROM duckdb_tables()")).toEqual([]);
  });
});
