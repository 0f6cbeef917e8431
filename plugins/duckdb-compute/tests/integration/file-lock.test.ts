import path from "node:path";
import { silentLogger } from "floe-core";
import { describe, expect, test } from "vitest";
import { startChild } from "../support/child.ts";
import { startBuilt } from "../support/start-built.ts";
import { tempFolder } from "../support/temp-folder.ts";

const context = { signal: new AbortController().signal, logger: silentLogger };

/** What a second process says of the database; it has ended, and let go, by then. */
async function tryToOpen(file: string): Promise<unknown> {
  const child = startChild("try-to-open.mjs", file);
  const answer = await child.next();
  expect(await child.ended).toBe(0);
  return answer;
}

const refused = {
  status: "unhealthy",
  opened: false,
  message: expect.stringContaining(`another process has it open`),
  error: { code: "FLOE_DUCKDB_LOCKED", message: expect.stringContaining(`(PID ${process.pid})`), hint: expect.stringMatching(/./) },
};

describe("the lock on a database file", () => {
  test("is held while a session is open, and released with the last", async () => {
    const file = path.join(await tempFolder(), "a.db");
    const plugin = startBuilt({ path: file });
    const [first, second] = [await plugin.openSession(), await plugin.openSession()];
    expect(await tryToOpen(file)).toMatchObject(refused);
    await first.close();
    expect(await tryToOpen(file)).toMatchObject(refused);
    await second.close();
    expect(await tryToOpen(file)).toMatchObject({ status: "healthy", opened: true });
    const third = await plugin.openSession();
    expect(await third.query("FROM opened")).toEqual([{ a: 1 }]);
  });

  test("is held by none of startup, healthCheck and validateConnection", async () => {
    const file = path.join(await tempFolder(), "a.db");
    const plugin = startBuilt({ path: file });
    await (await plugin.openSession()).close();
    expect(await plugin.healthCheck(context)).toMatchObject({ state: "healthy" });
    expect(await plugin.validateConnection()).toMatchObject({ status: "healthy" });
    expect(await tryToOpen(file)).toMatchObject({ opened: true });
  });

  test("is not lost when health is checked while a session is open", async () => {
    const file = path.join(await tempFolder(), "a.db");
    const plugin = startBuilt({ path: file });
    const session = await plugin.openSession();
    expect(await plugin.healthCheck(context)).toMatchObject({ state: "healthy" });
    expect(await plugin.validateConnection()).toMatchObject({ status: "healthy" });
    expect(await tryToOpen(file)).toMatchObject(refused);
    expect(await session.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
  });

  test("is shared by all plugins of a process", async () => {
    const file = path.join(await tempFolder(), "a.db");
    const [one, two] = [startBuilt({ path: file }), startBuilt({ path: file })];
    const sessions = [await one.openSession(), await two.openSession()];
    await sessions[0]!.execute("CREATE TABLE t AS SELECT 1 AS a");
    await one.shutdown();
    expect(await tryToOpen(file)).toMatchObject(refused);
    expect(await sessions[1]!.query("FROM t")).toEqual([{ a: 1 }]);
    await two.shutdown();
    expect(await tryToOpen(file)).toMatchObject({ opened: true });
  });

  test("of another process is explained, and gone when that process ends", async () => {
    const file = path.join(await tempFolder(), "a.db");
    const holder = startChild("hold-open.mjs", file);
    expect(await holder.next()).toBe("open");
    const plugin = startBuilt({ path: file });
    const locked = expect.stringContaining(`(PID ${holder.process.pid})`);
    expect(await plugin.healthCheck(context)).toMatchObject({ state: "unhealthy", message: locked });
    expect(await plugin.validateConnection()).toMatchObject({ status: "unhealthy", message: locked, errors: [locked] });
    await expect(plugin.openSession()).rejects.toMatchObject({ code: "FLOE_DUCKDB_LOCKED" });
    holder.process.stdin?.end();
    expect(await holder.ended).toBe(0);
    expect(await plugin.healthCheck(context)).toMatchObject({ state: "healthy" });
  });
});
