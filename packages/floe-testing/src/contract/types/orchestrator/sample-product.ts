import type { CompiledArtifacts, TransformConfig } from "floe-core";

/** A transform that needs others. */
export function sampleTransform(name: string, ...dependsOn: readonly string[]): TransformConfig {
  return Object.freeze({
    name,
    sql: `SELECT '${name}' AS name`,
    materialization: "table",
    tags: Object.freeze([]),
    dependsOn: Object.freeze(dependsOn),
    meta: Object.freeze({}),
    compute: null,
  });
}

/**
 * What the clauses run: a chain of four and, beside it, one that needs nothing. In dependency order, as a compiled
 * product has it.
 */
export const SAMPLE_TRANSFORMS: readonly TransformConfig[] = Object.freeze([
  sampleTransform("raw"),
  sampleTransform("clean", "raw"),
  sampleTransform("daily", "clean"),
  sampleTransform("report", "clean", "daily"),
  sampleTransform("aside"),
]);

/** A compiled product of the sample transforms, or of others. */
export function sampleProduct(root: string, transforms: readonly TransformConfig[] = SAMPLE_TRANSFORMS): CompiledArtifacts {
  const product = Object.freeze({ name: "floe_contract", root });
  return Object.freeze({ version: "1.0", product, plugins: [], transforms, sources: [], hash: "0".repeat(64) });
}
