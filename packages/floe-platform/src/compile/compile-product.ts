import { createHash } from "node:crypto";
import path from "node:path";
import { canonicalJson, type CompiledArtifacts, type CompiledPlugin, type PluginKey, type SourceFile, type TransformConfig } from "floe-core";
import type { Schedule } from "../product/read-product.ts";

/** What artifacts are made from: a product in which nothing is wrong. */
export interface CompileInput {
  readonly name: string;
  readonly root: string;
  readonly plugins: readonly CompiledPlugin[];
  /** In the order of the platform file. */
  readonly selected: readonly PluginKey[];
  readonly transforms: readonly TransformConfig[];
  readonly sources: readonly SourceFile[];
  readonly schedule: Schedule | undefined;
}

/**
 * A product as plain, frozen JSON. Equal inputs give equal artifacts; the hash leaves out where the product's
 * folder is, so that two checkouts of it agree, and does not read the data of sources.
 */
export function compileProduct(input: CompileInput): CompiledArtifacts {
  const { name, root, plugins, selected, transforms, sources, schedule } = input;
  const relative = (file: string): string => path.relative(root, file).replaceAll(path.sep, "/");
  const content = {
    version: "1.0",
    name,
    plugins,
    selected,
    transforms: transforms.map((one) => (one.path === undefined ? one : { ...one, path: relative(one.path) })),
    sources: sources.map((one) => ({ ...one, path: relative(one.path) })),
    schedule,
  };
  const artifacts: CompiledArtifacts = {
    version: "1.0",
    product: { name, root },
    plugins,
    selected,
    transforms,
    sources,
    ...(schedule === undefined ? {} : { schedule }),
    hash: createHash("sha256").update(canonicalJson(content)).digest("hex"),
  };
  return deepFreeze(JSON.parse(JSON.stringify(artifacts)) as CompiledArtifacts);
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const item of Object.values(value) as unknown[]) {
    if (typeof item === "object" && item !== null) deepFreeze(item);
  }
  return Object.freeze(value);
}
