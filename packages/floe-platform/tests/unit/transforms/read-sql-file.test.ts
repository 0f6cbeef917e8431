import path from "node:path";
import { expect, test } from "vitest";
import { readSqlFile } from "../../../src/transforms/read-sql-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("readSqlFile reads the SQL of a file", () => {
  const file = path.join(temporaryFolder({ "a.sql": "SELECT 1;\n" }), "a.sql");
  expect(readSqlFile(file)).toMatchObject({ sql: "SELECT 1", file });
});

test("readSqlFile says why a file cannot be read", () => {
  const folder = temporaryFolder({ "bad.sql": Uint8Array.of(0xff) });
  expect(readSqlFile(path.join(folder, "bad.sql"))).toEqual({ reason: "it is not UTF-8 text" });
  expect(readSqlFile(path.join(folder, "none.sql"))).toEqual({ reason: expect.stringContaining("ENOENT") as string });
});
