import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { replaceFile } from "../../src/replace-file.ts";
import { caught } from "../support/caught.ts";
import { tempFolder } from "../support/temp-folder.ts";

const text = (content: string) => () => Promise.resolve(Buffer.from(content));
const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

describe("replaceFile", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test("makes a new file that only its owner may read", async () => {
    const folder = await tempFolder();
    await replaceFile(path.join(folder, ".env"), text("A=1\n"));
    expect(await readFile(path.join(folder, ".env"), "utf8")).toBe("A=1\n");
    expect(await modeOf(path.join(folder, ".env"))).toBe(0o600);
    expect(await readdir(folder)).toEqual([".env"]);
  });

  test("keeps the mode of a file, and a link a link", async () => {
    const folder = await tempFolder();
    await mkdir(path.join(folder, "real"));
    const file = path.join(folder, "real/secrets");
    await writeFile(file, "old");
    await chmod(file, 0o660);
    await symlink("real/secrets", path.join(folder, ".env"));
    await replaceFile(path.join(folder, ".env"), text("new"));
    expect((await lstat(path.join(folder, ".env"))).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toBe("new");
    expect(await modeOf(file)).toBe(0o660);
    expect(await readdir(path.join(folder, "real"))).toEqual(["secrets"]);
  });

  test("leaves the old file and no draft when there is no content or the signal aborts", async () => {
    const folder = await tempFolder();
    const file = path.join(folder, ".env");
    await writeFile(file, "old");
    const controller = new AbortController();
    const abort = async (): Promise<Buffer> => {
      controller.abort(new Error("enough"));
      return Buffer.from("new");
    };
    await expect(replaceFile(file, () => Promise.reject(new Error("no content")))).rejects.toThrow("no content");
    await expect(replaceFile(file, abort, controller.signal)).rejects.toThrow("enough");
    await expect(replaceFile(file, text("new"), controller.signal)).rejects.toThrow("enough");
    expect(await readFile(file, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual([".env"]);
  });

  test("passes on what the file system refuses", async () => {
    const folder = await tempFolder();
    await writeFile(path.join(folder, "file"), "");
    expect(await caught(() => replaceFile(path.join(folder, "none/.env"), text("")))).toMatchObject({ code: "ENOENT" });
    expect(await caught(() => replaceFile(path.join(folder, "file/.env"), text("")))).toMatchObject({ code: "ENOTDIR" });
  });

  test("keeps other writers waiting from before the content is asked, so that no change is lost", async () => {
    const file = path.join(await tempFolder(), "list");
    await writeFile(file, "");
    const append = (line: string) => replaceFile(file, async () => Buffer.from(`${await readFile(file, "utf8")}${line}\n`));
    await Promise.all(["a", "b", "c", "d"].map(append));
    expect((await readFile(file, "utf8")).split("\n").sort()).toEqual(["", "a", "b", "c", "d"]);
  });

  test("gives up after five seconds of somebody else's writing and says which file to look at", async () => {
    const folder = await tempFolder();
    const file = path.join(folder, ".env");
    await writeFile(`${file}.lock`, "theirs");
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const giving = caught(() => replaceFile(file, text("mine")));
    for (let pause = 1; pause <= 250; pause += 1) {
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
      vi.advanceTimersByTime(20);
    }
    expect(await giving).toMatchObject({
      code: "FLOE_SECRETS_LOCKED",
      message: `Cannot write a secret: ${file}.lock exists, so somebody else is writing`,
    });
    expect(await readdir(folder)).toEqual([".env.lock"]);
    expect(await readFile(`${file}.lock`, "utf8")).toBe("theirs");
  });
});
