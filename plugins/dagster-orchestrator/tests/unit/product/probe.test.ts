import path from "node:path";
import { expect, test } from "vitest";
import { probe } from "../../../src/product/probe.ts";
import { writeProduct } from "../../../src/product/write-product.ts";
import { config, product, transform } from "../../support/product.ts";
import { servingDagster } from "../../support/serving-dagster.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const asked = (requests: readonly { readonly operation: string; readonly variables: unknown }[]) => requests.find(({ operation }) => operation === "FloeLocationEntry")?.variables;

test("probe looks for the code location that was written, and for the configured one before that", async () => {
  const folder = await tempFolder();
  await using server = await servingDagster(folder);
  const settings = config({ url: server.url, workingDirectory: "dagster" });
  expect(await probe({ config: settings, baseDir: folder })).toMatchObject({ status: "healthy", warnings: [] });
  expect(asked(server.requests)).toBeUndefined();
  await writeProduct({ artifacts: product([transform("a")]), outputDir: path.join(folder, "dagster") }, settings);
  expect(await probe({ config: settings, baseDir: folder })).toMatchObject({ status: "healthy", message: expect.stringContaining('serves "shop"') });
  expect(asked(server.requests)).toEqual({ name: "shop" });
});

test("probe looks for the configured location where Dagster has a copy of its own", async () => {
  await using server = await servingDagster("/nowhere");
  const settings = config({ url: server.url, workingDirectory: null, location: "shops" });
  expect(await probe({ config: settings, baseDir: "/" })).toMatchObject({ status: "healthy" });
  expect(asked(server.requests)).toEqual({ name: "shops" });
});

test("probe warns of files that cannot be read, beside what it finds in Dagster", async () => {
  const folder = await tempFolder({ "dagster/floe.json": "{" });
  await using server = await servingDagster(folder);
  const warnings = [expect.stringContaining(path.join(folder, "dagster", "floe.json"))];
  const settings = config({ url: server.url, workingDirectory: "dagster" });
  expect(await probe({ config: settings, baseDir: folder })).toMatchObject({ status: "degraded", message: warnings[0], warnings, errors: [] });
  const away = config({ url: "http://127.0.0.1:1", workingDirectory: "dagster" });
  expect(await probe({ config: away, baseDir: folder })).toMatchObject({ status: "unhealthy", message: expect.stringContaining("Cannot reach"), warnings });
});

test("probe throws the signal's reason, and nothing else", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(probe({ config: config(), baseDir: "/nowhere" }, { signal })).rejects.toThrow("enough");
});
