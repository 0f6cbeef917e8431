import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readPlatformFile } from "../../../src/document/read-platform-file.ts";
import { ProblemList } from "../../../src/problems/problem-list.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

async function read(file: string) {
  const problems = new ProblemList();
  const document = await readPlatformFile(file, problems);
  return { document, problems: problems.sorted(file) };
}

describe("readPlatformFile", () => {
  test("readPlatformFile reads YAML and JSON", async () => {
    const folder = temporaryFolder({ "floe.yaml": "name: a", "floe.json": '{ "name": "b" }' });
    expect((await read(path.join(folder, "floe.yaml"))).document?.value).toEqual({ name: "a" });
    expect((await read(path.join(folder, "floe.json"))).document?.value).toEqual({ name: "b" });
  });

  test("readPlatformFile names the file that is like the missing one", async () => {
    const folder = temporaryFolder({ "floe.yml": "", "notes.md": "", "floe.lock": "" });
    const file = path.join(folder, "floe.yaml");
    expect((await read(file)).problems).toMatchObject([{ file, code: "file_not_found", nearest: "floe.yml" }]);
    expect((await read(file)).problems[0]).not.toHaveProperty("line");
  });

  test("readPlatformFile says what to do when not even the folder exists", async () => {
    const { document, problems } = await read(path.join(temporaryFolder(), "nowhere", "floe.yaml"));
    expect(document).toBeUndefined();
    expect(problems[0]?.remedy).toBe("Name the platform file, or go to the folder that holds floe.yaml.");
  });

  test("readPlatformFile refuses a folder and names the file inside", async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, "product"));
    expect((await read(path.join(folder, "product"))).problems).toMatchObject([
      { code: "file_unreadable", remedy: `Name the file inside of it: ${path.join("product", "floe.yaml")}.` },
    ]);
  });

  test.each(["floe.js", "floe.mjs", "floe.ts", "floe.mts"])("readPlatformFile runs the module %s", async (name) => {
    const file = path.join(temporaryFolder({ [name]: "export default { name: 'a' + 'b' };" }), name);
    expect((await read(file)).document).toMatchObject({ file, value: { name: "ab" } });
  });

  test("readPlatformFile refuses what is not UTF-8", async () => {
    const folder = temporaryFolder({ "floe.yaml": Uint8Array.of(0x6e, 0xff, 0xfe) });
    expect((await read(path.join(folder, "floe.yaml"))).problems[0]?.message).toContain("not UTF-8");
  });

  test("readPlatformFile passes on why a file cannot be read", async () => {
    const file = path.join(temporaryFolder(), "floe.yaml");
    symlinkSync(file, file);
    const { problems } = await read(file);
    expect(problems).toMatchObject([{ code: "file_unreadable" }]);
    expect(problems[0]?.message).toContain("ELOOP");
  });

  test("readPlatformFile reports broken syntax with its place and gives no document", async () => {
    const folder = temporaryFolder({ "floe.yaml": "name: a\nname: b", "floe.json": '{ "name": ' });
    const yaml = path.join(folder, "floe.yaml");
    expect(await read(yaml)).toMatchObject({
      document: undefined,
      problems: [{ file: yaml, line: 2, column: 1, code: "syntax_invalid", path: "", expected: "valid YAML" }],
    });
    expect((await read(path.join(folder, "floe.json"))).problems).toMatchObject([{ expected: "valid JSON" }]);
  });
});
