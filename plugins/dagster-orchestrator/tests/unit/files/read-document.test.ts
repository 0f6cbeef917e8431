import { canonicalJson } from "floe-core";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readDocument } from "../../../src/files/read-document.ts";
import { documentOf } from "../../support/plan.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const document = { ...documentOf({ a: [] }, "floe_file"), jobs: [{ name: "shop", assets: ["a"], tags: {} }] };

test("readDocument reads the location, the jobs and the pools of what was written", async () => {
  const folder = await tempFolder({ "floe.json": canonicalJson(document, 2) });
  expect(await readDocument(folder)).toMatchObject({ location: "shop", assets: [{ pool: "floe_file" }], jobs: [{ name: "shop" }] });
});

test("readDocument finds none where there is no folder, and none in an empty one", async () => {
  const folder = await tempFolder();
  expect(await readDocument(folder)).toBeUndefined();
  expect(await readDocument(path.join(folder, "new"))).toBeUndefined();
});

test.each([
  ["{", "JSON"],
  ["[]", "expected object"],
  [JSON.stringify({ ...document, version: "2.0" }), "at version"],
  [JSON.stringify({ ...document, assets: [{}] }), "at assets[0].pool"],
])("readDocument says which file describes no product, where, and what to do: %s", async (text, where) => {
  const folder = await tempFolder({ "floe.json": text });
  const error: unknown = await readDocument(folder).catch((thrown: unknown) => thrown);
  const file = path.join(folder, "floe.json");
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION", file, message: expect.stringContaining(where), hint: expect.stringContaining(`--entry-point ${folder}`) });
  expect(error).toMatchObject({ message: expect.not.stringContaining("\n") });
});

test("readDocument refuses what is no plain file", async () => {
  const folder = await tempFolder();
  await mkdir(path.join(folder, "floe.json"));
  await expect(readDocument(folder)).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION", message: expect.stringContaining("it is a folder") });
});
