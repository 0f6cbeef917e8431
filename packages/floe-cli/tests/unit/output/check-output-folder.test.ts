import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkOutputFolder } from "../../../src/output/check-output-folder.ts";
import { OutputFileError } from "../../../src/output/output-file-error.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("checkOutputFolder", () => {
  test("checkOutputFolder says nothing of a file that can be made, and makes nothing", async () => {
    const folder = temporaryFolder();
    await checkOutputFolder(path.join(folder, "a.json"));
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(["none", "file"])("checkOutputFolder refuses a file whose folder is none: %s", async (name) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "file"), "");
    await expect(checkOutputFolder(path.join(folder, name, "a.json"))).rejects.toThrow(OutputFileError);
  });
});
