import type { CompiledArtifacts, PlannedStep, TransformConfig } from "floe-core";
import type { DagsterAsset, DagsterDocument } from "../../src/definitions/dagster-document.ts";

/** Transforms by name, each with what it needs. */
export type Needs = Readonly<Record<string, readonly string[]>>;

function transformsOf(needs: Needs): readonly TransformConfig[] {
  return Object.entries(needs).map(([name, dependsOn]) => {
    return { name, sql: "SELECT 1", materialization: "table", tags: [], dependsOn, meta: {}, compute: null };
  });
}

/** A plan of all of them. */
export function planOf(needs: Needs): readonly PlannedStep[] {
  return transformsOf(needs).map((transform) => ({ transform, needs: transform.dependsOn }));
}

export function artifactsOf(needs: Needs): CompiledArtifacts {
  return { version: "1.0", product: { name: "shop", root: "/product" }, plugins: [], transforms: transformsOf(needs), sources: [], hash: "0".repeat(64) };
}

/** A document with an asset of each, `-` in names made `_`. */
export function documentOf(needs: Needs, pool: string | null = null): DagsterDocument {
  const assets = Object.entries(needs).map(([transform, deps]): DagsterAsset => ({
    transform,
    key: transform.replaceAll("-", "_"),
    materialization: "table",
    deps: deps.map((name) => name.replaceAll("-", "_")),
    group: "default",
    kinds: [],
    tags: {},
    owners: [],
    description: null,
    metadata: {},
    codeVersion: "1",
    pool,
    retry: null,
    checks: [],
  }));
  return { version: "1.0", product: "shop", hash: "abc", location: "shop", artifacts: "artifacts.json", artifactsSha256: "0".repeat(64), executor: { type: "multiprocess", config: {} }, stepCommand: ["node"], assets, jobs: [], schedules: [] };
}
