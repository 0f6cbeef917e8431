import { readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openConnection } from "../../../src/database/open-connection.ts";
import { probeDatabase } from "../../../src/probe/probe-database.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const never = new AbortController().signal;

async function setUp(input: Readonly<Record<string, unknown>>) {
  const baseDir = await tempFolder();
  const config = configOf(input);
  return { baseDir, config, probe: () => probeDatabase({ config, baseDir }, never) };
}

describe("probeDatabase", () => {
  test("finds a database in memory ready", async () => {
    const { baseDir, probe } = await setUp({});
    expect(await probe()).toEqual({ message: expect.stringMatching(/^DuckDB v[\d.]+, database in memory$/), warnings: [] });
    expect(await readdir(baseDir)).toEqual([]);
  });

  test("finds a file ready, leaves it as it is and lets go of it", async () => {
    const { baseDir, config, probe } = await setUp({ path: "a.db" });
    (await openConnection({ config, baseDir })).close();
    const before = await stat(path.join(baseDir, "a.db"));
    expect(await probe()).toMatchObject({ message: expect.stringContaining(path.join(baseDir, "a.db")) });
    const after = await stat(path.join(baseDir, "a.db"));
    expect([after.mtimeMs, after.size]).toEqual([before.mtimeMs, before.size]);
    // With other settings it could not be opened if it were still open.
    (await openConnection({ config: configOf({ path: "a.db", threads: 1 }), baseDir })).close();
  });

  test("finds a file ready while a session has it open", async () => {
    const { baseDir, config, probe } = await setUp({ path: "a.db" });
    const session = await openConnection({ config, baseDir });
    expect(await probe()).toMatchObject({ warnings: [] });
    expect(await (await session.connection.run("SELECT 1")).getRowsJS()).toEqual([[1]]);
    session.close();
  });

  test("is content with a file that does not exist yet, and does not make it", async () => {
    const { baseDir, probe } = await setUp({ path: "a.db" });
    expect(await probe()).toMatchObject({ message: expect.stringContaining("which the first session makes") });
    expect(await readdir(baseDir)).toEqual([]);
  });

  test("tries extensions and settings although the file does not exist yet", async () => {
    const { probe } = await setUp({ path: "a.db", settings: { nosuch: 1 } });
    expect(await caught(probe)).toMatchObject({ code: "FLOE_DUCKDB_SETTING" });
  });

  test("warns of attached files that do not exist yet, and does not make them", async () => {
    const { baseDir, probe } = await setUp({ attach: [{ path: "other.db", alias: "other" }, { path: ":memory:", alias: "more" }] });
    expect(await probe()).toMatchObject({ warnings: ['attached database "other" does not exist yet; the first session makes it'] });
    expect(await readdir(baseDir)).toEqual([]);
    await writeFile(path.join(baseDir, "other.db"), "no database".repeat(1000));
    expect(await caught(probe)).toMatchObject({ code: "FLOE_DUCKDB_ATTACH" });
  });

  test("refuses a file that is no database, and a folder that cannot be made", async () => {
    const { baseDir, probe } = await setUp({ path: "a.db" });
    await writeFile(path.join(baseDir, "a.db"), "no database".repeat(1000));
    expect(await caught(probe)).toMatchObject({ code: "FLOE_DUCKDB_NOT_A_DATABASE" });
    const below = await setUp({ path: "file/a.db" });
    await writeFile(path.join(below.baseDir, "file"), "");
    expect(await caught(below.probe)).toMatchObject({ code: "FLOE_DUCKDB_FOLDER" });
    expect(await readdir(below.baseDir)).toEqual(["file"]);
  });

  test("rejects with the signal's reason", async () => {
    const { baseDir, config } = await setUp({ path: "a.db" });
    expect(await caught(() => probeDatabase({ config, baseDir }, AbortSignal.abort("enough")))).toBe("enough");
  });
});
