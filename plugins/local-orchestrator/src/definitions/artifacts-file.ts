import { canonicalJson, type CompiledArtifacts } from "floe-core";
import { EntryPointError } from "../errors/entry-point-error.ts";

/** What the platform accepts as a product's name; it becomes part of a file name here. */
const PRODUCT_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,127}$/;

/** The embedded engine's entry file: the compiled artifacts themselves. */
export interface ArtifactsFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The entry file of a product. Members are sorted by name, so that equal artifacts give equal bytes,
 * whatever order their members were made in.
 *
 * @throws EntryPointError if the product's name could lead out of the folder.
 */
export function artifactsFile(artifacts: CompiledArtifacts): ArtifactsFile {
  const { name } = artifacts.product;
  if (!PRODUCT_NAME.test(name)) {
    throw new EntryPointError({
      target: `of product ${JSON.stringify(name)}`,
      reason: "the name is no name of a product",
      hint: "Start with a letter, then letters, digits, - and _ only, at most 128 characters.",
    });
  }
  return { name: `${name}.artifacts.json`, text: `${canonicalJson(artifacts, 2)}\n` };
}
