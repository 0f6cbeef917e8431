import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileTransport } from "../../../src/transport/file-transport.ts";
import { event } from "../../support/product.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "floe-lineage-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("fileTransport makes the folder and appends one line per event to what is there", async () => {
  const file = path.join(folder, "a/b/lineage.jsonl");
  await fileTransport(file).send(event("first"));
  await fileTransport(file).send(event("second"));
  const lines = (await readFile(file, "utf8")).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([event("first"), event("second")]);
});

test("fileTransport says why a file cannot be written, and makes nothing before it has to", async () => {
  await writeFile(path.join(folder, "taken"), "");
  await mkdir(path.join(folder, "a-folder"));
  await expect(fileTransport(path.join(folder, "a-folder")).send(event("a"))).rejects.toMatchObject({
    code: "FLOE_LINEAGE_SEND",
    reason: "EISDIR",
    isPassing: false,
  });
  await expect(fileTransport(path.join(folder, "taken/x")).send(event("a"))).rejects.toMatchObject({ reason: "EEXIST" });
});
