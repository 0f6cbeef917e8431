import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tempFolder } from "./temp-folder.ts";

const check = { name: "enough", description: null, severity: "ERROR", blocking: true, minRows: 1, maxRows: null, columns: null };

/** Artifacts in which the product is where they are. */
const artifacts = JSON.stringify({ product: { name: "product", root: "." } });

/** The SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What a step reads, with one check for the first transform. */
export const dagsterDocument = {
  version: "1.0",
  artifacts: "artifacts.json",
  artifactsSha256: sha256(artifacts),
  assets: [
    { transform: "daily-orders", key: "daily_orders", materialization: "table", codeVersion: "c1", checks: [check] },
    { transform: "total", key: "total", materialization: "table", codeVersion: "c2", checks: [] },
  ],
};

/** What `floe step` prints of a step that succeeded. */
export const stepDocument = {
  version: "1.0",
  command: "step",
  ok: true,
  step: { name: "daily-orders", status: "succeeded", durationMs: 12, rows: 3 },
  columns: [{ name: "id", type: "BIGINT" }],
};

/** A folder with `floe.json`, artifacts, and a product whose floe command is `script`. */
export async function stepFolder(script: string): Promise<{ readonly file: string; readonly root: string; readonly parentWatch: URL }> {
  const root = await tempFolder({
    "floe.json": JSON.stringify(dagsterDocument),
    "artifacts.json": artifacts,
    "watch.mjs": "",
    "node_modules/floe-cli/package.json": JSON.stringify({ name: "floe-cli", exports: { ".": "./dist/index.js" }, bin: { floe: "./bin/floe.js" } }),
    "node_modules/floe-cli/dist/index.js": "",
    "node_modules/floe-cli/bin/floe.js": script,
  });
  return { file: path.join(root, "floe.json"), root, parentWatch: pathToFileURL(path.join(root, "watch.mjs")) };
}

/** A script that prints a document, and then does what `then` says. */
export function printing(document: unknown, then = ""): string {
  return `console.log(${JSON.stringify(JSON.stringify(document))});\n${then}`;
}
