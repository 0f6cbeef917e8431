import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openInstance } from "../../../src/database/open-instance.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const refused = (path: string, baseDir: string, more = {}) => caught(() => openInstance(configOf({ path, ...more }), baseDir));

describe("openInstance", () => {
  test("opens a file relative to the folder given, and a database in memory without one", async () => {
    const folder = await tempFolder();
    (await openInstance(configOf({ path: "a.db" }), folder)).closeSync();
    expect(await readdir(folder)).toEqual(["a.db"]);
    (await openInstance(configOf(), folder)).closeSync();
    expect(await readdir(folder)).toEqual(["a.db"]);
  });

  test("shares one database between all who open the same file", async () => {
    const folder = await tempFolder();
    const [one, two] = [await openInstance(configOf({ path: "a.db" }), folder), await openInstance(configOf({ path: "a.db" }), folder)];
    const [writer, reader] = [await one.connect(), await two.connect()];
    await writer.run("CREATE TABLE t AS SELECT 1 AS a");
    expect(await (await reader.run("FROM t")).getRowsJS()).toEqual([[1]]);
    for (const open of [writer, reader, one, two]) open.closeSync();
  });

  test("refuses a file that this process has open with other settings", async () => {
    const folder = await tempFolder();
    const instance = await openInstance(configOf({ path: "a.db" }), folder);
    expect(await refused("a.db", folder, { threads: 3 })).toMatchObject({ code: "FLOE_DUCKDB_IN_USE" });
    instance.closeSync();
  });

  test("makes the folder that a new database asks for", async () => {
    const folder = await tempFolder();
    (await openInstance(configOf({ path: "data/new/a.db" }), folder)).closeSync();
    expect(await readdir(path.join(folder, "data/new"))).toEqual(["a.db"]);
  });

  test("says what is wrong with file and folder", async () => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, "text.db"), "no database".repeat(1000));
    await mkdir(path.join(folder, "folder.db"));
    expect(await refused("text.db", folder)).toMatchObject({ code: "FLOE_DUCKDB_NOT_A_DATABASE" });
    expect(await refused("none/a.db", folder, { readOnly: true })).toMatchObject({ code: "FLOE_DUCKDB_FOLDER" });
    expect(await refused("text.db/a.db", folder)).toMatchObject({ code: "FLOE_DUCKDB_FOLDER", hint: expect.stringContaining("text.db") });
    expect(await refused("folder.db", folder)).toMatchObject({ code: "FLOE_DUCKDB_OPEN" });
    expect(await refused(`${"x".repeat(300)}/a.db`, folder)).toMatchObject({ code: "FLOE_DUCKDB_OPEN" });
    expect(await refused("none.db", folder, { readOnly: true })).toMatchObject({ code: "FLOE_DUCKDB_OPEN" });
    expect((await readdir(folder)).sort()).toEqual(["folder.db", "text.db"]);
  });

  test("names the opening settings of which DuckDB refuses one", async () => {
    expect(await refused(":memory:", ".", { settings: { allow_unsigned_extensions: "maybe", TimeZone: "UTC" } })).toMatchObject({
      code: "FLOE_DUCKDB_SETTING",
      message: expect.stringContaining("settings allow_unsigned_extensions"),
    });
  });
});
