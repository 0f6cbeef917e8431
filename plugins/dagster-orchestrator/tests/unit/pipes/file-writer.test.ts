import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openFileWriter } from "../../../src/pipes/file-writer.ts";
import { tempFolder } from "../../support/temp-folder.ts";

describe("openFileWriter", () => {
  test("appends lines in their order, each there once it is written", async () => {
    const file = path.join(await tempFolder({ messages: "before\n" }), "messages");
    const writer = await openFileWriter(file, true);
    await writer.write("a\n");
    expect(await readFile(file, "utf8")).toBe("before\na\n");
    await writer.write(`${"b".repeat(200_000)}\n`);
    await writer.close();
    expect(await readFile(file, "utf8")).toBe(`before\na\n${"b".repeat(200_000)}\n`);
    expect(writer.includesStdio).toBe(true);
  });

  test("rejects when the file cannot be opened", async () => {
    await expect(openFileWriter(await tempFolder(), false)).rejects.toThrow("EISDIR");
  });
});
