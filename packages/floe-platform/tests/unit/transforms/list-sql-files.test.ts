import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listSqlFiles } from "../../../src/transforms/list-sql-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("listSqlFiles finds .sql files at any depth, sorted, and leaves out hidden folders and the rest", () => {
  const folder = temporaryFolder({
    "b.sql": "",
    "a/z.sql": "",
    "a/deep/c.sql": "",
    ".hidden/d.sql": "",
    "notes.md": "",
    "old.sql.bak": "",
  });
  mkdirSync(path.join(folder, "folder.sql"));
  symlinkSync("b.sql", path.join(folder, "link.sql"));
  symlinkSync("nowhere", path.join(folder, "broken.sql"));
  symlinkSync(folder, path.join(folder, "a", "loop"));
  const files = listSqlFiles(folder);
  expect(files).toEqual(["a/deep/c.sql", "a/z.sql", "b.sql", "link.sql"].map((file) => path.join(folder, file)));
});

test("listSqlFiles says why there is nothing to list", () => {
  const folder = temporaryFolder({ "a.sql": "" });
  symlinkSync("loop", path.join(folder, "loop"));
  expect(listSqlFiles(path.join(folder, "none"))).toEqual({ reason: "it does not exist" });
  expect(listSqlFiles(path.join(folder, "a.sql"))).toEqual({ reason: "it is not a folder" });
  expect(listSqlFiles(path.join(folder, "loop"))).toEqual({ reason: expect.stringContaining("ELOOP") as string });
});
