import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { nearest, reasonOf } from "floe-core";
import { z } from "zod";
import type { DagsterAsset, DagsterDocument } from "../definitions/dagster-document.ts";
import { StepSetupError } from "../errors/step-setup-error.ts";

/** What a step needs of `floe.json`. */
export interface StepFiles {
  readonly asset: Pick<DagsterAsset, "transform" | "key" | "materialization" | "codeVersion" | "checks">;
  /** Keys by the names of transforms. */
  readonly keys: ReadonlyMap<string, string>;
  /** The compiled artifacts: absolute. */
  readonly artifacts: string;
  /** The product's folder: absolute. */
  readonly root: string;
}

const check = z.object({
  name: z.string(),
  description: z.string().nullable(),
  severity: z.enum(["WARN", "ERROR"]),
  blocking: z.boolean(),
  minRows: z.number().nullable(),
  maxRows: z.number().nullable(),
  columns: z.array(z.string()).nullable(),
});

const asset = z.object({ transform: z.string(), key: z.string(), materialization: z.enum(["table", "view", "incremental"]), codeVersion: z.string(), checks: z.array(check) });

type ReadDocument = Pick<DagsterDocument, "version" | "artifacts" | "artifactsSha256"> & { readonly assets: readonly StepFiles["asset"][] };

const dagsterDocument: z.ZodType<ReadDocument> = z.object({
  version: z.literal("1.0"),
  artifacts: z.string(),
  artifactsSha256: z.string(),
  assets: z.array(asset),
});

const compiled = z.object({ product: z.object({ root: z.string() }) });

/**
 * Reads `floe.json` and the artifacts beside it, and finds the transform.
 *
 * @throws StepSetupError
 */
export async function readStepFiles(file: string, transform: string): Promise<StepFiles> {
  const folder = path.dirname(path.resolve(file));
  const { data: document } = await readJson(file, dagsterDocument, transform);
  const found = document.assets.find((one) => one.transform === transform);
  if (found === undefined) throw unknownTransform(transform, document.assets.map((one) => one.transform));
  const artifacts = path.resolve(folder, document.artifacts);
  const { data, sha256 } = await readJson(artifacts, compiled, transform);
  if (sha256 !== document.artifactsSha256) {
    const hint = "If the code location was being written just now, run the step again; if not, write it anew.";
    throw new StepSetupError({ transform, reason: `${artifacts} is not of the same writing as ${file}`, hint });
  }
  const keys = new Map(document.assets.map((one) => [one.transform, one.key]));
  return { asset: found, keys, artifacts, root: path.resolve(folder, data.product.root) };
}

interface ReadFile<Shape> {
  readonly data: Shape;
  readonly sha256: string;
}

async function readJson<Shape>(file: string, schema: z.ZodType<Shape>, transform: string): Promise<ReadFile<Shape>> {
  try {
    const bytes = await readFile(file);
    const data = schema.parse(JSON.parse(bytes.toString("utf8")));
    return { data, sha256: createHash("sha256").update(bytes).digest("hex") };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : reasonOf(cause);
    const hint = "Write the code location anew, with the version of floe-dagster-orchestrator that runs the step.";
    throw new StepSetupError({ transform, reason: `${file} cannot be read: ${reason}`, hint, cause });
  }
}

function unknownTransform(transform: string, known: readonly string[]): StepSetupError {
  const near = nearest(transform, known);
  const hint = near === undefined ? `The product has ${known.join(", ") || "none"}.` : `Did you mean "${near}"?`;
  return new StepSetupError({ transform, reason: "the product has no transform of this name", hint });
}
