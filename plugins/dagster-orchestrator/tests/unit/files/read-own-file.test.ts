import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readOwnFile } from "../../../src/files/read-own-file.ts";

describe("readOwnFile", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
    file = path.join(folder, "a");
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("answers with the text, or undefined where there is no file", async () => {
    expect(await readOwnFile(file)).toBeUndefined();
    expect(await readOwnFile(path.join(file, "b"))).toBeUndefined();
    await writeFile(file, "x");
    expect(await readOwnFile(file)).toBe("x");
  });

  test("refuses a folder", async () => {
    await mkdir(file);
    await expect(readOwnFile(file)).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION", file, message: expect.stringContaining("a folder") });
  });

  test("does not follow a link, wherever it leads", async ({ skip }) => {
    if (process.platform === "win32") return void skip("needs links that anyone may make");
    await symlink(path.join(folder, "elsewhere"), file);
    await expect(readOwnFile(file)).rejects.toMatchObject({ file, message: expect.stringContaining("a symbolic link") });
  });

  test("reports what lies below a file", async ({ skip }) => {
    if (process.platform === "win32") return void skip("there, nothing lies below a file");
    await writeFile(file, "x");
    await expect(readOwnFile(path.join(file, "b"))).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION" });
  });
});
