import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readPlatformFile } from "../../../src/document/read-platform-file.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function read(file: string) {
  const problems = new ProblemList();
  const document = readPlatformFile(file, problems);
  return { document, problems: problems.sorted(file) };
}

describe("readPlatformFile", () => {
  test("readPlatformFile reads YAML and JSON", () => {
    const folder = temporaryFolder({ "floe.yaml": "name: a", "floe.json": '{ "name": "b" }' });
    expect(read(path.join(folder, "floe.yaml")).document?.value).toEqual({ name: "a" });
    expect(read(path.join(folder, "floe.json")).document?.value).toEqual({ name: "b" });
  });

  test("readPlatformFile names the file that is like the missing one", () => {
    const folder = temporaryFolder({ "floe.yml": "", "notes.md": "" });
    const file = path.join(folder, "floe.yaml");
    expect(read(file).problems).toMatchObject([{ file, code: "file_not_found", nearest: "floe.yml" }]);
    expect(read(file).problems[0]).not.toHaveProperty("line");
  });

  test("readPlatformFile says what to do when not even the folder exists", () => {
    const { document, problems } = read(path.join(temporaryFolder(), "nowhere", "floe.yaml"));
    expect(document).toBeUndefined();
    expect(problems[0]?.remedy).toBe("Name the platform file, or go to the folder that holds floe.yaml.");
  });

  test("readPlatformFile refuses a folder and names the file inside", () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "product"));
    expect(read(path.join(folder, "product")).problems).toMatchObject([
      { code: "file_unreadable", remedy: `Name the file inside of it: ${path.join("product", "floe.yaml")}.` },
    ]);
  });

  test("readPlatformFile refuses modules without running them", () => {
    const folder = temporaryFolder({ "floe.mjs": "throw new Error('ran')" });
    expect(read(path.join(folder, "floe.mjs")).problems).toMatchObject([{ code: "file_type_unsupported" }]);
  });

  test("readPlatformFile refuses what is not UTF-8", () => {
    const folder = temporaryFolder({ "floe.yaml": Uint8Array.of(0x6e, 0xff, 0xfe) });
    expect(read(path.join(folder, "floe.yaml")).problems[0]?.message).toContain("not UTF-8");
  });

  test("readPlatformFile passes on why a file cannot be read", () => {
    const file = path.join(temporaryFolder(), "floe.yaml");
    symlinkSync(file, file);
    const { problems } = read(file);
    expect(problems).toMatchObject([{ code: "file_unreadable" }]);
    expect(problems[0]?.message).toContain("ELOOP");
  });

  test("readPlatformFile reports broken syntax with its place and gives no document", () => {
    const folder = temporaryFolder({ "floe.yaml": "name: a\nname: b", "floe.json": '{ "name": ' });
    const yaml = path.join(folder, "floe.yaml");
    expect(read(yaml)).toMatchObject({
      document: undefined,
      problems: [{ file: yaml, line: 2, column: 1, code: "syntax_invalid", path: "", expected: "valid YAML" }],
    });
    expect(read(path.join(folder, "floe.json")).problems).toMatchObject([{ expected: "valid JSON" }]);
  });
});
