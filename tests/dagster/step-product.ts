import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { floe } from "../platform/support/floe.ts";
import { makeProduct, type Product } from "../platform/support/product.ts";

/** The script as package managers link it. */
const stepScript: string = path.resolve(import.meta.dirname, "../../plugins/dagster-orchestrator/bin/floe-dagster-step.js");

/** A product with what a step's process reads. */
export interface StepProduct extends Product {
  /** The command of a transform's step. */
  commandOf(transform: string): readonly string[];
  /** Puts a script in the place of the floe command. */
  replaceFloe(script: string): Promise<void>;
}

/** What of `floe.json` differs from transform to transform. */
export interface StepAsset {
  readonly checks?: readonly Readonly<Record<string, unknown>>[];
}

/** Makes a product of models, compiles it, and writes `floe.json` beside the artifacts. */
export async function makeStepProduct(models: Readonly<Record<string, string>>, assets: Readonly<Record<string, StepAsset>> = {}): Promise<StepProduct> {
  const files = Object.fromEntries(Object.entries(models).map(([name, sql]) => [`models/${name}.sql`, sql]));
  const product = await makeProduct({ "rows.csv": "id,amount\n1,10\n2,20\n", ...files });
  const { exitCode, stderr } = await floe(product.root, "compile", "--output", "artifacts.json");
  if (exitCode !== 0) throw new Error(`floe compile ended with ${exitCode ?? "a signal"}: ${stderr}`);
  const document = path.join(product.root, "floe.json");
  const assetOf = (transform: string) => ({ transform, key: transform.replaceAll("-", "_"), materialization: "table", codeVersion: "1", checks: [], ...assets[transform] });
  const artifactsSha256 = createHash("sha256").update(await readFile(path.join(product.root, "artifacts.json"))).digest("hex");
  const all = Object.keys(models).map(assetOf);
  await writeFile(document, JSON.stringify({ version: "1.0", artifacts: "artifacts.json", artifactsSha256, assets: all }));
  return {
    ...product,
    commandOf: (transform) => [process.execPath, stepScript, document, transform],
    replaceFloe: async (script) => {
      await rm(path.join(product.root, "node_modules"));
      const manifest = { name: "floe-cli", main: "./floe.js", bin: { floe: "./floe.js" } };
      await product.write({ "node_modules/floe-cli/package.json": JSON.stringify(manifest), "node_modules/floe-cli/floe.js": script });
    },
  };
}
