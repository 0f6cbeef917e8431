import { canonicalJson, type TransformConfig } from "floe-core";
import type { RetryConfig } from "../config-schema.ts";
import { dagsterName } from "../naming/dagster-name.ts";
import { findLabelProblem } from "../naming/find-label-problem.ts";
import { assetMetadata } from "./asset-metadata.ts";
import type { TransformCompute } from "./compute-finder.ts";
import type { DagsterAsset, DagsterCheck } from "./dagster-document.ts";
import type { DagsterCheckMeta, DagsterMeta } from "./dagster-meta.ts";
import { shortHash } from "./short-hash.ts";

/** What an asset is made of, besides its transform. */
export interface AssetSurroundings {
  /** The product's name in Dagster. */
  readonly product: string;
  /** What the transform reads, by name. */
  readonly reads: readonly string[];
  readonly meta: DagsterMeta;
  readonly compute: TransformCompute;
  /** For a transform that states none of its own. */
  readonly retries: RetryConfig;
}

/** A transform as Dagster's asset. What Dagster refuses has been refused before. */
export function documentAsset(transform: TransformConfig, { product, reads, meta, compute, retries }: AssetSurroundings): DagsterAsset {
  const retry = meta.retry ?? retries;
  const description = meta.description ?? transform.meta["description"];
  return {
    transform: transform.name,
    key: dagsterName(transform.name),
    materialization: transform.materialization,
    deps: reads.map(dagsterName).sort(),
    group: meta.group ?? product,
    kinds: [...new Set(meta.kinds ?? kindsOf(transform, compute))].sort(),
    tags: { ...Object.fromEntries(transform.tags.map((tag) => [tag, ""])), ...meta.tags },
    owners: [...new Set(meta.owners)],
    description: typeof description === "string" ? description : null,
    metadata: assetMetadata(transform),
    codeVersion: codeVersionOf(transform),
    pool: compute.sharing === "concurrent" ? null : `floe_${product}_${dagsterName(compute.name ?? "default")}`,
    retry: retry.max === 0 ? null : { max: retry.max, delaySeconds: retry.delaySeconds, backoff: retry.backoff },
    checks: meta.checks.map(documentCheck).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function kindsOf({ materialization }: TransformConfig, { name }: TransformCompute): readonly string[] {
  return [...(name === null || findLabelProblem("kind", name) !== undefined ? [] : [name]), materialization];
}

/** Changes with what the transform makes, not with how it is described. */
function codeVersionOf({ sql, materialization, uniqueKey, watermark, schema, compute }: TransformConfig): string {
  return shortHash(canonicalJson({ sql, materialization, uniqueKey, watermark, schema, compute }));
}

function documentCheck({ name, description, severity, blocking, minRows, maxRows, columns }: DagsterCheckMeta): DagsterCheck {
  return {
    name,
    description: description ?? null,
    severity,
    blocking,
    minRows: minRows ?? null,
    maxRows: maxRows ?? null,
    columns: columns ?? null,
  };
}
