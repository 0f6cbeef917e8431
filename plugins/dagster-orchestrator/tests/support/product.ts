import type { CompiledArtifacts, CompiledPlugin, ProcessSharing, TransformConfig } from "floe-core";
import { configSchema, type DagsterOrchestratorConfig } from "../../src/config-schema.ts";

/** A transform that states nothing but its name and what it depends on. */
export function transform(name: string, dependsOn: readonly string[] = [], other: Partial<TransformConfig> = {}): TransformConfig {
  return { name, sql: `SELECT '${name}'`, materialization: "table", tags: [], dependsOn, meta: {}, compute: null, ...other };
}

/** A compute plugin of a product, whose tables are shared as stated. */
export function compute(name: string, sharing?: ProcessSharing): CompiledPlugin {
  return { key: `floe.computes:${name}`, package: `floe-${name}`, version: "1.0.0", config: {}, ...(sharing === undefined ? {} : { sharing }) };
}

/** A product of `transforms` on duckdb, and nothing else that matters. */
export function product(transforms: readonly TransformConfig[], other: Partial<CompiledArtifacts> = {}): CompiledArtifacts {
  return {
    version: "1.0",
    product: { name: "shop", root: "/products/shop" },
    plugins: [compute("duckdb")],
    transforms,
    sources: [],
    hash: "0".repeat(64),
    ...other,
  };
}

/** A configuration with its defaults. */
export function config(stated: Readonly<Record<string, unknown>> = {}): DagsterOrchestratorConfig {
  const result = configSchema.safeParse(stated);
  if (!result.success) throw new Error(result.error.issues.map(({ message }) => message).join());
  return result.data;
}
