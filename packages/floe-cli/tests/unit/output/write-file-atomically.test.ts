import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { OutputFileError } from "../../../src/output/output-file-error.ts";
import { writeFileAtomically } from "../../../src/output/write-file-atomically.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("writeFileAtomically", () => {
  test("writeFileAtomically makes a file, replaces one, and leaves nothing else", async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "a.json");
    for (const text of ["first", "second"]) {
      await writeFileAtomically(file, text);
      expect(readFileSync(file, "utf8")).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("writeFileAtomically lets one of two writers win, whole", async () => {
    const file = path.join(temporaryFolder(), "a.json");
    await Promise.all(["x", "y"].map((letter) => writeFileAtomically(file, letter.repeat(1000))));
    expect(readFileSync(file, "utf8")).toMatch(/^(x{1000}|y{1000})$/);
  });

  test("writeFileAtomically gives whoever has the old file open the old text", async () => {
    const file = path.join(temporaryFolder(), "a.json");
    writeFileSync(file, "old");
    const descriptor = openSync(file, "r");
    await writeFileAtomically(file, "new");
    expect(readFileSync(descriptor, "utf8")).toBe("old");
    closeSync(descriptor);
  });

  test.each([
    ["a folder", (folder: string) => folder],
    ["a file below a file", (folder: string) => path.join(folder, "..", "file", "a.json")],
    ["a file in a folder that is not there", (folder: string) => path.join(folder, "none", "a.json")],
  ])("writeFileAtomically refuses %s and leaves nothing behind", async (_, target) => {
    const root = temporaryFolder();
    const folder = path.join(root, "folder");
    mkdirSync(folder);
    writeFileSync(path.join(root, "file"), "kept");
    await expect(writeFileAtomically(target(folder), "text")).rejects.toThrow(OutputFileError);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(["file", "folder"]);
  });
});
