import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { saveJson } from "../../../src/commands/save-json.ts";
import { contextOf } from "../../support/context.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("saveJson", () => {
  test("saveJson gives the text only where no file was asked for", async () => {
    expect(await saveJson({ a: 1 }, undefined, contextOf())).toEqual({ text: '{\n  "a": 1\n}', file: undefined });
  });

  test("saveJson writes the text to a file named from the working directory", async () => {
    const cwd = temporaryFolder();
    const { text, file } = await saveJson({ a: 1 }, "a.json", contextOf({ cwd }));
    expect(file).toBe(path.join(cwd, "a.json"));
    expect(readFileSync(path.join(cwd, "a.json"), "utf8")).toBe(`${text}\n`);
  });

  test("saveJson rejects for a file that cannot be written", async () => {
    await expect(saveJson({}, ".", contextOf({ cwd: temporaryFolder() }))).rejects.toThrow("Cannot write ");
  });
});
