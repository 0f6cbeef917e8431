import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { writeProduct } from "../../../src/product/write-product.ts";
import { stepCommand } from "../../../src/product/step-command.ts";
import { config, product, transform } from "../../support/product.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const artifacts = product([transform("daily-orders")]);

test("writeProduct writes the code location, with the command of a step, and answers with its definitions.py", async () => {
  const outputDir = path.join(await tempFolder(), "new");
  const settings = config({ nodeCommand: ["/opt/node"], location: "shops" });
  expect(await writeProduct({ artifacts, outputDir }, settings)).toBe(path.join(outputDir, "definitions.py"));
  expect((await readdir(outputDir)).sort()).toEqual(["artifacts.json", "definitions.py", "floe.json", "pyproject.toml", "workspace.yaml"]);
  const document: unknown = JSON.parse(await readFile(path.join(outputDir, "floe.json"), "utf8"));
  expect(document).toMatchObject({ location: "shops", stepCommand: stepCommand(["/opt/node"]), assets: [{ key: "daily_orders" }] });
});

test("writeProduct writes nothing of a product that Dagster would refuse, and nothing once its signal is aborted", async () => {
  const outputDir = await tempFolder();
  const clashing = product([transform("a-b"), transform("a_b")]);
  await expect(writeProduct({ artifacts: clashing, outputDir }, config())).rejects.toMatchObject({ code: "FLOE_DAGSTER_DEFINITIONS" });
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(writeProduct({ artifacts, outputDir, signal }, config())).rejects.toThrow("enough");
  expect(await readdir(outputDir)).toEqual([]);
});
