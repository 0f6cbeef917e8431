import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readStepFiles } from "../../../src/step/read-step-files.ts";
import { dagsterDocument, sha256 } from "../../support/step-folder.ts";
import { tempFolder } from "../../support/temp-folder.ts";

async function makeFolder(artifacts = '{"product":{"root":"/products/flights"}}'): Promise<string> {
  const document = { ...dagsterDocument, artifactsSha256: sha256(artifacts) };
  return tempFolder({ "floe.json": JSON.stringify(document), "artifacts.json": artifacts });
}

describe("readStepFiles", () => {
  test("answers the asset, the keys, the artifacts beside the file and the product's folder", async () => {
    const folder = await makeFolder();
    expect(await readStepFiles(path.join(folder, "floe.json"), "daily-orders")).toEqual({
      asset: dagsterDocument.assets[0],
      keys: new Map([["daily-orders", "daily_orders"], ["total", "total"]]),
      artifacts: path.join(folder, "artifacts.json"),
      root: path.resolve("/products/flights"),
    });
  });

  test.each([
    ["total-", 'Did you mean "total"?'],
    ["daily_orders", 'Did you mean "daily-orders"?'],
    ["elsewhere", "The product has daily-orders, total."],
  ])("refuses the unknown transform %s, with what may have been meant", async (transform, hint) => {
    const reading = readStepFiles(path.join(await makeFolder(), "floe.json"), transform);
    await expect(reading).rejects.toMatchObject({ code: "FLOE_DAGSTER_STEP_SETUP", transform, hint });
  });

  test.each([
    ["is not there", undefined, /floe\.json cannot be read: ENOENT/],
    ["is no JSON", "{", /floe\.json cannot be read: .*JSON/],
    ["has another version", '{"version":"2.0","artifacts":"a","artifactsSha256":"","assets":[]}', /floe\.json cannot be read: .*\n.*at version/],
  ])("refuses a document that %s", async (_, text, message) => {
    const folder = await tempFolder();
    const file = path.join(folder, "floe.json");
    if (text !== undefined) await writeFile(file, text);
    await expect(readStepFiles(file, "total")).rejects.toThrow(message);
  });

  test("refuses artifacts without the product's folder", async () => {
    const reading = readStepFiles(path.join(await makeFolder("{}"), "floe.json"), "total");
    await expect(reading).rejects.toThrow(/artifacts\.json cannot be read/);
  });

  test("refuses artifacts of another writing than the document", async () => {
    const folder = await makeFolder();
    await writeFile(path.join(folder, "artifacts.json"), '{"product":{"root":"/products/others"}}');
    const reading = readStepFiles(path.join(folder, "floe.json"), "total");
    await expect(reading).rejects.toThrow(/artifacts\.json is not of the same writing as .*floe\.json$/);
  });
});
