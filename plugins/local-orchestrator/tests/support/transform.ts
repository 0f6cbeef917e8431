import type { CompiledArtifacts, TransformConfig } from "floe-core";

/** A transform that states nothing but its name and what it depends on. */
export function transform(
  name: string,
  dependsOn: readonly string[] = [],
  other: Partial<TransformConfig> = {},
): TransformConfig {
  return {
    name,
    sql: `SELECT '${name}'`,
    materialization: "table",
    tags: [],
    dependsOn,
    meta: {},
    compute: null,
    ...other,
  };
}

/** A product of `transforms`, and nothing else that matters. */
export function product(
  transforms: readonly TransformConfig[],
  other: Partial<CompiledArtifacts> = {},
): CompiledArtifacts {
  return {
    version: "1.0",
    product: { name: "sales", root: "/products/sales" },
    plugins: [],
    transforms,
    sources: [],
    hash: "0".repeat(64),
    ...other,
  };
}
