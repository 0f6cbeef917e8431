import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { attachedFile, canonicalPath, databasePath, IN_MEMORY } from "../../../src/database/database-path.ts";
import { caught } from "../../support/caught.ts";
import { configOf } from "../../support/config-of.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("databasePath starts relative paths from the given folder", () => {
  expect(databasePath({ path: "data/a.db" }, "/platform")).toBe("/platform/data/a.db");
  expect(databasePath({ path: "/d/a.db" }, "/platform")).toBe("/d/a.db");
  expect(databasePath({ path: ":memory:" }, "/platform")).toBe(IN_MEMORY);
});

test.each([
  [{ path: "a.db" }, "/platform/a.db"],
  [{ path: "a.db", type: "DuckDB" }, "/platform/a.db"],
  [{ path: "/d/a.sqlite", type: "sqlite" }, "/d/a.sqlite"],
  [{ path: ":memory:" }, undefined],
  [{ path: "https://host/a.db" }, undefined],
  [{ path: "md:cloud" }, undefined],
  [{ path: "host=x", type: "postgres" }, undefined],
])("attachedFile of %j is %s", (stated, expected) => {
  const [attachment] = configOf({ attach: [{ ...stated, alias: "a" }] }).attach;
  expect(attachedFile(attachment!, "/platform")).toBe(expected);
});

describe("canonicalPath", () => {
  test("is one for all names of a file, there or not there yet", async () => {
    const folder = await tempFolder();
    await mkdir(path.join(folder, "real"));
    await symlink(path.join(folder, "real"), path.join(folder, "link"));
    const file = path.join(folder, "real", "a.db");
    expect(await canonicalPath(path.join(folder, "link", "a.db"))).toBe(file);
    await writeFile(file, "");
    await symlink(file, path.join(folder, "b.db"));
    expect(await canonicalPath(path.join(folder, "link", "a.db"))).toBe(file);
    expect(await canonicalPath(path.join(folder, "b.db"))).toBe(file);
  });

  test("rejects when the folder is missing", async () => {
    const folder = await tempFolder();
    expect(await caught(() => canonicalPath(path.join(folder, "none", "a.db")))).toMatchObject({ code: "ENOENT" });
  });
});
