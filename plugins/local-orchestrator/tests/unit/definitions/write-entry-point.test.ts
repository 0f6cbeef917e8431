import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeEntryPoint } from "../../../src/definitions/write-entry-point.ts";
import { EntryPointError } from "../../../src/errors/entry-point-error.ts";
import { product, transform } from "../../support/transform.ts";

describe("writeEntryPoint", () => {
  const artifacts = product([transform("a")]);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "floe-entry-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("writes the artifacts into a folder that it makes, and nothing else", async () => {
    const outputDir = path.join(folder, "new", "deep");
    const file = await writeEntryPoint({ artifacts, outputDir });
    expect(file).toBe(path.join(outputDir, "sales.artifacts.json"));
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(artifacts);
    expect(await readdir(outputDir)).toEqual(["sales.artifacts.json"]);
  });

  test("answers with an absolute path for a relative folder", async () => {
    const file = await writeEntryPoint({ artifacts, outputDir: path.relative(process.cwd(), folder) });
    expect(file).toBe(path.join(folder, "sales.artifacts.json"));
  });

  test("writes the same bytes the second time", async () => {
    const first = await readFile(await writeEntryPoint({ artifacts, outputDir: folder }));
    const second = await readFile(await writeEntryPoint({ artifacts, outputDir: folder }));
    expect(second.equals(first)).toBe(true);
  });

  test("replaces what was there before", async () => {
    await writeFile(path.join(folder, "sales.artifacts.json"), "old");
    const file = await writeEntryPoint({ artifacts, outputDir: folder });
    expect(await readFile(file, "utf8")).not.toBe("old");
  });

  test("leaves no draft behind when the file cannot be put in place", async () => {
    await mkdir(path.join(folder, "sales.artifacts.json", "in-the-way"), { recursive: true });
    const writing = writeEntryPoint({ artifacts, outputDir: folder });
    await expect(writing).rejects.toBeInstanceOf(EntryPointError);
    await expect(writing).rejects.toMatchObject({
      code: "FLOE_ORCHESTRATOR_ENTRY_POINT",
      target: path.join(folder, "sales.artifacts.json"),
    });
    expect(await readdir(folder)).toEqual(["sales.artifacts.json"]);
  });

  test("reports a folder that is a file", async () => {
    await writeFile(path.join(folder, "taken"), "");
    const writing = writeEntryPoint({ artifacts, outputDir: path.join(folder, "taken", "below") });
    await expect(writing).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_ENTRY_POINT" });
  });

  test("rejects with the signal's reason and writes nothing once it is aborted", async () => {
    const reason = new Error("enough");
    await expect(
      writeEntryPoint({ artifacts, outputDir: folder, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  test("removes its draft when the signal is aborted halfway", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const writing = writeEntryPoint({ artifacts, outputDir: folder, signal: controller.signal });
    controller.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });
});
