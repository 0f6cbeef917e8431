import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceFile } from "../../../src/files/replace-file.ts";

describe("replaceFile", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("leaves whoever reads the old file with the old text", async () => {
    const file = path.join(folder, "a");
    await writeFile(file, "old");
    await using reader = await open(file);
    await replaceFile(file, "new");
    expect(await reader.readFile("utf8")).toBe("old");
    expect(await readFile(file, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["a"]);
  });

  test("leaves no draft behind when the file cannot be put in place", async () => {
    const file = path.join(folder, "a");
    await mkdir(path.join(file, "in-the-way"), { recursive: true });
    await expect(replaceFile(file, "new")).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["a"]);
  });
});
