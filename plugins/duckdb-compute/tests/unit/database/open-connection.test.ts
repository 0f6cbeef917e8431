import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { connectTo, openConnection } from "../../../src/database/open-connection.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { openMemory } from "../../support/open-memory.ts";
import { tempFolder } from "../../support/temp-folder.ts";

describe("openConnection", () => {
  test("opens the database and closes it again: what it held can be had with other settings", async () => {
    const baseDir = await tempFolder();
    for (const threads of [1, 2]) {
      const { connection, close } = await openConnection({ config: configOf({ path: "a.db", threads }), baseDir });
      expect(await (await connection.run("SELECT current_setting('threads')")).getRowsJS()).toEqual([[BigInt(threads)]]);
      close();
    }
    expect(await readdir(baseDir)).toEqual(["a.db"]);
  });

  test("lets go of the database when the connection cannot be set up", async () => {
    const baseDir = await tempFolder();
    const config = configOf({ path: "a.db", settings: { nosuch: 1 } });
    expect(await caught(() => openConnection({ config, baseDir }))).toMatchObject({ code: "FLOE_DUCKDB_SETTING" });
    (await openConnection({ config: configOf({ path: "a.db", threads: 1 }), baseDir })).close();
  });
});

test("connectTo leaves the database open", async () => {
  const instance = await openMemory();
  const target = { config: configOf(), baseDir: "." };
  const first = await connectTo(instance, target);
  await first.connection.run("CREATE TABLE t AS SELECT 1 AS a");
  first.close();
  const second = await connectTo(instance, target);
  expect(await (await second.connection.run("FROM t")).getRowsJS()).toEqual([[1]]);
  second.close();
});
