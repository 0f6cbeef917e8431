import { readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkFile } from "../../../src/probe/check-file.ts";
import { caught } from "../../support/caught.ts";
import { tempFolder } from "../../support/temp-folder.ts";

describe("checkFile", () => {
  test("tells a file that is there from one that can be made, and makes nothing", async () => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, "a.db"), "");
    expect(await checkFile(path.join(folder, "a.db"), false)).toBe(true);
    expect(await checkFile(path.join(folder, "a.db"), true)).toBe(true);
    expect(await checkFile(path.join(folder, "b.db"), false)).toBe(false);
    expect(await readdir(folder)).toEqual(["a.db"]);
  });

  test("takes a folder that is missing for one that can be made, and makes none", async () => {
    const folder = await tempFolder();
    expect(await checkFile(path.join(folder, "none", "deeper", "a.db"), false)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  test("refuses a folder that nothing can be written to", async () => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, "file"), "");
    expect(await caught(() => checkFile(path.join(folder, "file", "a.db"), false))).toMatchObject({
      code: "FLOE_DUCKDB_FOLDER",
      message: expect.stringContaining("cannot be made or written"),
    });
  });

  test("refuses a missing file that is only to be read", async () => {
    const folder = await tempFolder();
    expect(await caught(() => checkFile(path.join(folder, "a.db"), true))).toMatchObject({
      code: "FLOE_DUCKDB_OPEN",
      message: expect.stringContaining("it does not exist, and readOnly makes none"),
    });
  });

  test("passes what keeps it from looking", async () => {
    const folder = await tempFolder();
    await symlink("loop", path.join(folder, "loop"));
    expect(await caught(() => checkFile(path.join(folder, "loop"), false))).toMatchObject({ code: "ELOOP" });
  });
});
