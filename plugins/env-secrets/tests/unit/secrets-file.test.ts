import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { hasCode, isOpenToAll, messageOf, readSecretsFile } from "../../src/secrets-file.ts";
import { caught } from "../support/caught.ts";
import { tempFolder } from "../support/temp-folder.ts";

async function fileWith(content: string | Buffer): Promise<string> {
  const file = path.join(await tempFolder(), ".env");
  await writeFile(file, content, { mode: 0o600 });
  return file;
}

describe("readSecretsFile", () => {
  test("answers the text as it is, byte order mark included", async () => {
    expect(await readSecretsFile({ path: await fileWith("\uFEFFA=1\r\n"), optional: false })).toBe("\uFEFFA=1\r\n");
  });

  test("takes an optional file that is missing as empty; any other missing one is an error", async () => {
    const file = path.join(await tempFolder(), ".env");
    expect(await readSecretsFile({ path: file, optional: true })).toBe("");
    expect(await caught(() => readSecretsFile({ path: file, optional: false }))).toMatchObject({
      code: "FLOE_SECRETS_FILE",
      message: expect.stringContaining(`Cannot read secrets file ${file}: ENOENT`),
      hint: expect.stringContaining("optional: true"),
    });
  });

  test("does not take an optional file that is there and cannot be read as missing", async () => {
    const folder = path.join(await tempFolder(), ".env");
    await mkdir(folder);
    expect(await caught(() => readSecretsFile({ path: folder, optional: true }))).toMatchObject({ code: "FLOE_SECRETS_FILE" });
  });

  test("names the line that is no assignment, and never what is in it", async () => {
    const file = await fileWith("A=1\nhunter2\n");
    const error = await caught(() => readSecretsFile({ path: file, optional: false }));
    expect(error).toMatchObject({
      code: "FLOE_SECRETS_SYNTAX",
      message: `Cannot read secrets file ${file}: line 2 is no assignment`,
    });
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  test("refuses what is not UTF-8 without its content", async () => {
    const file = await fileWith(Buffer.from([0x41, 0x3d, 0xff]));
    expect(await caught(() => readSecretsFile({ path: file, optional: false }))).toMatchObject({
      code: "FLOE_SECRETS_SYNTAX",
      message: `Cannot read secrets file ${file}: it is not UTF-8`,
    });
  });

  test("rejects with the signal's reason, before and while it reads", async () => {
    const file = { path: await fileWith("A=1\n"), optional: true };
    await expect(readSecretsFile(file, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    const controller = new AbortController();
    const reading = readSecretsFile(file, controller.signal);
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
  });
});

describe("isOpenToAll", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    [0o600, false],
    [0o640, false],
    [0o604, true],
    [0o602, true],
  ])("of a file with mode %o is %j", async (mode, open) => {
    const file = await fileWith("");
    await chmod(file, mode);
    expect(await isOpenToAll(file)).toBe(open);
  });

  test("is false for a file that is not there, and where files have no modes", async () => {
    const file = await fileWith("");
    await chmod(file, 0o666);
    vi.spyOn(process, "platform", "get").mockReturnValue("win32");
    expect(await isOpenToAll(file)).toBe(false);
    vi.restoreAllMocks();
    expect(await isOpenToAll(`${file}.missing`)).toBe(false);
  });
});

describe("messageOf", () => {
  test("is the message of an error, and the text of anything else", () => {
    expect(messageOf(new Error("disk full"))).toBe("disk full");
    expect(messageOf("disk full")).toBe("disk full");
  });
});

describe("hasCode", () => {
  test("holds for an error with that code alone", () => {
    const missing = Object.assign(new Error("no such file"), { code: "ENOENT" });
    expect(hasCode(missing, "ENOENT")).toBe(true);
    expect(hasCode(missing, "EEXIST")).toBe(false);
    expect(hasCode(new Error("ENOENT"), "ENOENT")).toBe(false);
    expect(hasCode({ code: "ENOENT" }, "ENOENT")).toBe(false);
  });
});
