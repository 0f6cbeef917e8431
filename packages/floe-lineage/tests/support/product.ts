import type { CompiledArtifacts, LineageEvent, NamespaceStrategy, TransformConfig } from "floe-core";

/** A transform that states nothing but its name and what it depends on. */
export function transform(
  name: string,
  dependsOn: readonly string[] = [],
  other: Partial<TransformConfig> = {},
): TransformConfig {
  const sql = `SELECT * FROM ${dependsOn[0] ?? "raw_flights"}`;
  return { name, sql, materialization: "table", tags: [], dependsOn, meta: {}, compute: null, ...other };
}

/** A product of two transforms over one file, run by the local orchestrator on DuckDB. */
export function product(other: Partial<CompiledArtifacts> = {}): CompiledArtifacts {
  return {
    version: "1.0",
    product: { name: "flights", root: "/products/flights" },
    plugins: [
      { key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "0.3.0", config: {} },
      { key: "floe.orchestrators:local", package: "floe-local-orchestrator", version: "0.2.0", config: {} },
    ],
    transforms: [transform("stg_flights"), transform("routes", ["stg_flights"], { schema: "mart" })],
    sources: [{ name: "raw_flights", path: "/data/flights.parquet" }],
    hash: "0".repeat(64),
    ...other,
  };
}

/** One namespace for everything. */
export const inProd: NamespaceStrategy = { strategy: "fixed", template: "prod", defaultNamespace: "prod" };

/** The id of a run. */
export const RUN_ID = "3f5e83fa-3480-44ff-99c5-ff943904e5e8";

/** An event that can be told by its job's name. */
export function event(name: string): LineageEvent {
  return {
    eventType: "START",
    eventTime: "2026-01-01T06:00:00.000Z",
    run: { runId: RUN_ID },
    job: { namespace: "prod", name },
    inputs: [],
    outputs: [],
    producer: "https://example.com/orchestrator",
    schemaURL: "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
  };
}
