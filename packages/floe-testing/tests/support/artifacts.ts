import type { CompiledArtifacts, TransformConfig } from "floe-core";

/** A transform that selects from what it depends on. */
export function transform(name: string, ...dependsOn: readonly string[]): TransformConfig {
  return { name, sql: `select '${name}'`, materialization: "table", tags: [], dependsOn, meta: {}, compute: null };
}

/** A product of these transforms. */
export function artifacts(transforms: readonly TransformConfig[], more: Partial<CompiledArtifacts> = {}): CompiledArtifacts {
  return { version: "1.0", product: { name: "shop", root: "/shop" }, plugins: [], transforms, sources: [], hash: "0", ...more };
}
