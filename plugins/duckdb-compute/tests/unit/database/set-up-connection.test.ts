import type { DuckDBConnection } from "@duckdb/node-api";
import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setUpConnection } from "../../../src/database/set-up-connection.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { connect, openMemory } from "../../support/open-memory.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function value(connection: DuckDBConnection, sql: string): Promise<unknown> {
  return (await (await connection.run(sql)).getRowsJS())[0]?.[0];
}

async function setUp(input: Readonly<Record<string, unknown>>, baseDir = ".") {
  const connection = await connect(await openMemory());
  await setUpConnection(connection, configOf(input), baseDir);
  return connection;
}

const refused = (input: Readonly<Record<string, unknown>>, baseDir?: string) => caught(() => setUp(input, baseDir));

describe("setUpConnection", () => {
  test("loads the extensions that DuckDB carries", async () => {
    await setUp({ extensions: ["json", "parquet", "icu"] });
  });

  test("says how to get an extension that is not installed, and downloads nothing", async () => {
    const folder = await tempFolder();
    const connection = await connect(await openMemory());
    await connection.run("SET extension_directory = $1", [folder]);
    expect(await caught(() => setUpConnection(connection, configOf({ extensions: ["spatial"] }), "."))).toMatchObject({
      code: "FLOE_DUCKDB_EXTENSION",
      message: expect.stringContaining('Cannot load extension "spatial"'),
      hint: expect.stringContaining("INSTALL spatial"),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test("asks the core repository for an extension only when downloads are allowed", async () => {
    const folder = await tempFolder();
    const connection = await connect(await openMemory());
    await connection.run("SET extension_directory = $1", [folder]);
    await connection.run("SET custom_extension_repository = $1", [`${folder}/repository`]);
    const statements: string[] = [];
    const original = connection.run.bind(connection);
    connection.run = async (sql, ...rest) => (statements.push(sql), original(sql, ...rest));
    for (const allowed of [true, "1", false]) {
      const settings = { autoinstall_known_extensions: allowed };
      expect(await caught(() => setUpConnection(connection, configOf({ extensions: ["spatial"], settings }), "."))).toMatchObject({
        code: "FLOE_DUCKDB_EXTENSION",
      });
    }
    expect(statements).toEqual(['INSTALL "spatial"', 'INSTALL "spatial"', 'LOAD "spatial"']);
  });

  test("sets settings of every type, for good or for the connection", async () => {
    const connection = await setUp({ settings: { TimeZone: "Asia/Tokyo", preserve_insertion_order: false, max_expression_depth: 500, index_scan_percentage: 0.5 } });
    const names = ["TimeZone", "preserve_insertion_order", "max_expression_depth", "index_scan_percentage"];
    const values = await Promise.all(names.map((name) => value(connection, `SELECT current_setting('${name}')`)));
    expect(values).toEqual(["Asia/Tokyo", false, 500n, 0.5]);
  });

  test("names the setting that DuckDB does not know or does not take", async () => {
    expect(await refused({ settings: { nosuch: 1 } })).toMatchObject({ code: "FLOE_DUCKDB_SETTING", message: expect.stringContaining('Cannot set "nosuch"') });
    expect(await refused({ settings: { TimeZone: "Nowhere" } })).toMatchObject({ code: "FLOE_DUCKDB_SETTING" });
  });

  test("shows no credential among the settings", async () => {
    const error = await refused({ settings: { nosuch_password: "hunter2" } });
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_SETTING" });
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  test("never takes a setting's value for SQL", async () => {
    const connection = await connect(await openMemory());
    await connection.run("CREATE TABLE kept (a INT)");
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom("'; DROP TABLE kept; --", "$1"), fc.stringMatching(/^[a-z '";\\]+$/)), async (text) => {
        await setUpConnection(connection, configOf({ settings: { log_query_path: "", temp_directory: text } }), ".");
        expect(await value(connection, "SELECT current_setting('temp_directory')")).toBe(text);
      }),
      { numRuns: 50 },
    );
    expect(await value(connection, "SELECT count(*) FROM kept")).toBe(0n);
  });

  test("attaches files relative to the folder given, and leaves what is attached alone", async () => {
    const folder = await tempFolder();
    const input = { attach: [{ path: "it's.db", alias: 'o"ther' }, { path: ":memory:", alias: "more", type: "duckdb" }] };
    const connection = await setUp(input, folder);
    await connection.run('CREATE TABLE "o""ther".t AS SELECT 1 AS a');
    await setUpConnection(connection, configOf(input), folder);
    expect(await value(connection, 'SELECT a FROM "o""ther".t')).toBe(1);
    expect(await readdir(folder)).toContain("it's.db");
  });

  test("attaches read-only where asked", async () => {
    const folder = await tempFolder();
    (await setUp({ attach: [{ path: "a.db", alias: "a" }] }, folder)).closeSync();
    expect(await refused({ attach: [{ path: "none.db", alias: "a", readOnly: true }] }, folder)).toMatchObject({ code: "FLOE_DUCKDB_ATTACH" });
    expect(await readdir(folder)).toEqual(["a.db"]);
  });

  test("refuses the database's own name as an alias", async () => {
    expect(await refused({ attach: [{ path: ":memory:", alias: "Memory" }] })).toMatchObject({
      code: "FLOE_DUCKDB_ATTACH",
      message: 'Cannot attach database "Memory": its alias is the name of the database itself',
    });
  });

  test("shows no connection string", async () => {
    const error = await refused({ attach: [{ path: "host=x password=hunter2", alias: "pg", type: "postgres" }] });
    expect(error).toMatchObject({ code: "FLOE_DUCKDB_ATTACH", message: expect.stringContaining('Cannot attach database "pg"') });
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });
});
