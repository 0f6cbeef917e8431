import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openWriter } from "../../../src/pipes/open-writer.ts";
import { keepingStream } from "../../support/pipes.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function streamsAfterOne(params: Readonly<Record<string, unknown>>) {
  const [stdout, stderr] = [keepingStream(), keepingStream()];
  const writer = await openWriter(params, { stdout: stdout.stream, stderr: stderr.stream });
  await writer.write("a\n");
  const before = [stdout.text(), stderr.text()];
  await writer.close();
  return { before, after: [stdout.text(), stderr.text()], includesStdio: writer.includesStdio };
}

describe("openWriter", () => {
  test.each([
    [{ stdio: "stdout" }, ["a\n", ""], ["a\n", ""]],
    [{ stdio: "stderr" }, ["", "a\n"], ["", "a\n"]],
    [{ buffered_stdio: "stdout" }, ["", ""], ["a\n", ""]],
    [{ buffered_stdio: "stderr" }, ["", ""], ["", "a\n"]],
  ])("writes to a stream: %j", async (params, before, after) => {
    expect(await streamsAfterOne(params)).toEqual({ before, after, includesStdio: false });
  });

  test.each([[{}, false], [{ include_stdio_in_messages: true }, true]])("writes to a file: %j", async (more, includesStdio) => {
    const file = path.join(await tempFolder(), "messages");
    expect(await streamsAfterOne({ path: file, ...more })).toEqual({ before: ["", ""], after: ["", ""], includesStdio });
    expect(await readFile(file, "utf8")).toBe("a\n");
  });

  test.each([{ bucket: "b", key_prefix: "hidden" }, { stdio: "stdin" }, {}])("refuses %j, and names what it can write", async (params) => {
    const streams = { stdout: keepingStream().stream, stderr: keepingStream().stream };
    const error = await openWriter(params, streams).catch((caught: unknown) => caught);
    const keys = Object.keys(params).join(", ") || "nothing";
    expect(error).toMatchObject({
      code: "FLOE_DAGSTER_PIPES",
      message: `Cannot use the Pipes messages: Dagster wants them where floe cannot write them, told by ${keys}`,
      hint: expect.stringContaining("PipesTempFileMessageReader") as string,
    });
  });

  test("refuses a folder in place of a file", async () => {
    const streams = { stdout: keepingStream().stream, stderr: keepingStream().stream };
    await expect(openWriter({ path: await tempFolder() }, streams)).rejects.toThrow(/^Cannot use the Pipes messages: EISDIR/);
  });
});
