import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Statements } from "../../../src/session/statements.ts";
import { registerSource } from "../../../src/source/register-source.ts";
import { caught } from "../../support/caught.ts";
import { connect, memoryStatements, openMemory } from "../../support/open-memory.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function files() {
  const folder = await tempFolder();
  const statements = await memoryStatements();
  const file = (name: string) => path.join(folder, name);
  return { folder, statements, file };
}

describe("registerSource", () => {
  test("makes Parquet, CSV and JSON files readable by name", async () => {
    const { statements, file } = await files();
    await statements.run(`COPY (SELECT 1 AS a) TO '${file("a.parquet")}'`);
    await writeFile(file("b.csv"), "a\n2\n");
    await writeFile(file("c.json"), '{"a": 3}\n');
    for (const [name, source] of [["a", "a.parquet"], ["b", "b.csv"], ["c", "c.json"]] as const) {
      await registerSource(statements, { name, path: file(source) });
    }
    expect(await statements.rows("FROM a UNION ALL FROM b UNION ALL FROM c ORDER BY a")).toEqual([{ a: 1n }, { a: 2n }, { a: 3n }]);
  });

  test("reads the file as it is, and can be repeated with another", async () => {
    const { statements, file } = await files();
    await writeFile(file("a.csv"), "a\n1\n");
    await writeFile(file("b.csv"), "b\n2\n");
    await registerSource(statements, { name: "s", path: file("a.csv") });
    await registerSource(statements, { name: "s", path: file("b.csv") });
    expect(await statements.rows("FROM s")).toEqual([{ b: 2n }]);
  });

  test("is seen by every session, however many register it at once", async () => {
    const { file } = await files();
    await writeFile(file("a.csv"), "a\n1\n");
    const instance = await openMemory();
    const sessions = await Promise.all(Array.from({ length: 6 }, async () => new Statements(await connect(instance))));
    await Promise.all(sessions.map((statements) => registerSource(statements, { name: "s", path: file("a.csv") })));
    for (const statements of sessions) expect(await statements.rows("FROM s")).toEqual([{ a: 1n }]);
  });

  test("quotes name and path, and takes a path for one file", async () => {
    const { statements, file } = await files();
    await writeFile(file("it's [a]*.csv"), "a\n1\n");
    await registerSource(statements, { name: 's"; DROP TABLE t; --', path: file("it's [a]*.csv") });
    expect(await statements.rows('FROM "s""; DROP TABLE t; --"')).toEqual([{ a: 1n }]);
  });

  test("refuses a name that a table has, and leaves the table alone", async () => {
    const { statements, file } = await files();
    await writeFile(file("a.csv"), "a\n1\n");
    await statements.run("CREATE TABLE s AS SELECT 9 AS a");
    expect(await caught(() => registerSource(statements, { name: "s", path: file("a.csv") }))).toMatchObject({
      code: "FLOE_DUCKDB_SOURCE",
      message: 'Cannot register source "s": a table has this name',
    });
    expect(await statements.rows("FROM s")).toEqual([{ a: 9 }]);
  });

  test("refuses a file that is not there, is no file, or cannot be reached", async () => {
    const { statements, file } = await files();
    await mkdir(file("folder.csv"));
    await symlink(file("loop.csv"), file("loop.csv"));
    const refused = async (source: string) => caught(() => registerSource(statements, { name: "s", path: source }));
    expect(await refused(file("none.csv"))).toMatchObject({ code: "FLOE_DUCKDB_SOURCE", message: expect.stringContaining("does not exist") });
    expect(await refused(file("folder.csv"))).toMatchObject({ message: expect.stringContaining("is not a file") });
    expect(await refused(file("loop.csv"))).toMatchObject({ message: expect.stringContaining("cannot be read (ELOOP)") });
    expect(await refused("a.csv")).toMatchObject({ message: expect.stringContaining("is not absolute") });
    expect(await refused(file("a.xlsx"))).toMatchObject({ code: "FLOE_DUCKDB_SOURCE" });
  });

  test("refuses a file that is not what its name says", async () => {
    const { statements, file } = await files();
    await writeFile(file("a.parquet"), "this is no Parquet file");
    expect(await caught(() => registerSource(statements, { name: "s", path: file("a.parquet") }))).toMatchObject({
      code: "FLOE_DUCKDB_SOURCE",
      message: expect.stringMatching(/^Cannot register source "s": \w[\w ]* error: /),
    });
  });

  test("passes what is no refusal", async () => {
    const { file } = await files();
    await writeFile(file("a.csv"), "a\n1\n");
    const connection = await connect(await openMemory());
    const controller = new AbortController();
    const original = connection.prepare.bind(connection);
    // Aborts as the view is about to be made.
    connection.prepare = async (sql) => {
      if (sql.startsWith("CREATE OR REPLACE VIEW")) controller.abort("enough");
      return original(sql);
    };
    const statements = new Statements(connection, controller.signal);
    expect(await caught(() => registerSource(statements, { name: "s", path: file("a.csv") }))).toBe("enough");
  });
});
