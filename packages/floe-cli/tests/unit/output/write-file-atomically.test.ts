import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
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

  test("writeFileAtomically follows links, also to a file that is not there yet, and keeps them", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "real"));
    writeFileSync(path.join(folder, "real/old.json"), "old");
    symlinkSync("real/old.json", path.join(folder, "old.json"));
    symlinkSync("new-link.json", path.join(folder, "new.json"));
    symlinkSync("real/new.json", path.join(folder, "new-link.json"));
    for (const name of ["old.json", "new.json"]) {
      await writeFileAtomically(path.join(folder, name), name);
      expect(lstatSync(path.join(folder, name)).isSymbolicLink()).toBe(true);
      expect(readFileSync(path.join(folder, "real", name), "utf8")).toBe(name);
    }
    expect(readdirSync(path.join(folder, "real")).sort()).toEqual(["new.json", "old.json"]);
  });

  test("writeFileAtomically refuses links that lead nowhere or in a circle, and keeps them", async () => {
    const folder = temporaryFolder();
    symlinkSync("gone/a.json", path.join(folder, "nowhere.json"));
    symlinkSync("circle.json", path.join(folder, "circle.json"));
    for (const name of ["nowhere.json", "circle.json"]) {
      await expect(writeFileAtomically(path.join(folder, name), "text")).rejects.toThrow(OutputFileError);
      expect(lstatSync(path.join(folder, name)).isSymbolicLink()).toBe(true);
    }
    expect(readdirSync(folder).sort()).toEqual(["circle.json", "nowhere.json"]);
  });

  test("writeFileAtomically keeps the mode of a file", async () => {
    const file = path.join(temporaryFolder(), "a.json");
    writeFileSync(file, "old");
    for (const mode of [0o600, 0o666]) {
      chmodSync(file, mode);
      await writeFileAtomically(file, "new");
      expect(statSync(file).mode & 0o7777).toBe(mode);
    }
  });

  test("writeFileAtomically writes to a named pipe in place of replacing it", async () => {
    const pipe = path.join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const [text] = await Promise.all([readFile(pipe, "utf8"), writeFileAtomically(pipe, "text")]);
    expect(text).toBe("text");
    expect(statSync(pipe).isFIFO()).toBe(true);
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
