import type { CompiledArtifacts } from "floe-core";

/** A compiled product of two transforms over one source. */
export const artifacts: CompiledArtifacts = {
  version: "1.0",
  product: { name: "flights", root: "/app" },
  plugins: [{ key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "1.2.3", config: {} }],
  transforms: ["staged", "daily"].map((name) => ({
    name,
    sql: "SELECT 1",
    materialization: "table",
    tags: [],
    dependsOn: [],
    meta: {},
    compute: null,
  })),
  sources: [{ name: "raw", path: "/app/raw.csv" }],
  schedule: { cron: "0 6 * * *", timezone: "Europe/Berlin" },
  hash: "abc",
};
