import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDocument } from "../../../src/definitions/create-document.ts";
import { codeLocationFiles } from "../../../src/files/code-location-files.ts";
import { writeCodeLocation, type CodeLocationRequest } from "../../../src/files/write-code-location.ts";
import { config, product, transform } from "../../support/product.ts";

const NAMES = ["artifacts.json", "definitions.py", "floe.json", "pyproject.toml", "workspace.yaml"];

describe("writeCodeLocation", () => {
  let folder: string;
  const request = (outputDir: string, ...names: readonly string[]): CodeLocationRequest => {
    const artifacts = product(names.map((name) => transform(name)));
    return { artifacts, document: createDocument({ artifacts, config: config(), stepCommand: ["node"] }), outputDir };
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "floe-dagster-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("writes every file into a folder that it makes, and nothing else", async () => {
    const outputDir = path.join(folder, "new", "deep");
    const one = request(outputDir, "a");
    expect(await writeCodeLocation(one)).toBe(path.join(outputDir, "definitions.py"));
    expect((await readdir(outputDir)).sort()).toEqual(NAMES);
    for (const [name, text] of Object.entries(codeLocationFiles(one))) expect(await readFile(path.join(outputDir, name), "utf8")).toBe(text);
  });

  test("answers with an absolute path for a relative folder", async () => {
    expect(await writeCodeLocation(request(path.relative(process.cwd(), folder)))).toBe(path.join(folder, "definitions.py"));
  });

  test("leaves files alone that are as they should be", async () => {
    await writeCodeLocation(request(folder, "a"));
    const inodes = (): Promise<readonly number[]> => Promise.all(NAMES.map(async (name) => (await stat(path.join(folder, name))).ino));
    const before = await inodes();
    await writeCodeLocation(request(folder, "a"));
    expect(await inodes()).toEqual(before);
    await writeCodeLocation(request(folder, "b"));
    const after = await inodes();
    expect(NAMES.filter((_, index) => after[index] !== before[index])).toEqual(["artifacts.json", "floe.json"]);
    expect((await readdir(folder)).sort()).toEqual(NAMES);
  });

  test("replaces files as a whole: whoever holds the old one keeps it", async () => {
    await writeCodeLocation(request(folder, "a"));
    const old = await readFile(path.join(folder, "floe.json"), "utf8");
    await link(path.join(folder, "floe.json"), path.join(folder, "held"));
    await writeCodeLocation(request(folder, "b"));
    expect(await readFile(path.join(folder, "held"), "utf8")).toBe(old);
    expect(await readFile(path.join(folder, "floe.json"), "utf8")).not.toBe(old);
  });

  test.each(["artifacts.json", "definitions.py", "floe.json", "workspace.yaml"])("never overwrites a %s that is not floe's, and writes nothing beside it", async (name) => {
    const file = path.join(folder, name);
    await writeFile(file, "mine");
    await expect(writeCodeLocation(request(folder, "a"))).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION", file });
    expect(await readFile(file, "utf8")).toBe("mine");
    expect(await readdir(folder)).toEqual([name]);
  });

  test("adds its block to a pyproject.toml that is there, and refuses one with a table of its own", async () => {
    const file = path.join(folder, "pyproject.toml");
    await writeFile(file, "[project]\n");
    await writeCodeLocation(request(folder, "a"));
    expect(await readFile(file, "utf8")).toMatch(/^\[project\]\n\n# Begin [^\n]*\n\[tool\.dagster\]\n/);
    await writeFile(file, "[tool.dagster]\n");
    await expect(writeCodeLocation(request(folder, "b"))).rejects.toMatchObject({ file });
    expect(await readFile(path.join(folder, "floe.json"), "utf8")).toContain('"key": "a"');
  });

  test("does not write through a link", async ({ skip }) => {
    if (process.platform === "win32") return void skip("needs links that anyone may make");
    const outside = path.join(folder, "outside");
    await mkdir(path.join(folder, "out"));
    await writeFile(outside, "mine");
    await symlink(outside, path.join(folder, "out", "floe.json"));
    await expect(writeCodeLocation(request(path.join(folder, "out"), "a"))).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION" });
    expect(await readFile(outside, "utf8")).toBe("mine");
  });

  test("reports a folder that is a file, and leaves it alone", async () => {
    const taken = path.join(folder, "taken");
    await writeFile(taken, "mine");
    await expect(writeCodeLocation(request(taken, "a"))).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION" });
    expect(await readFile(taken, "utf8")).toBe("mine");
  });

  test("writes nothing once its signal is aborted, before the call or soon after", async () => {
    const reason = new Error("enough");
    const outputDir = path.join(folder, "out");
    await expect(writeCodeLocation({ ...request(outputDir, "a"), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const writing = writeCodeLocation({ ...request(outputDir, "a"), signal: controller.signal });
    controller.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });
});
