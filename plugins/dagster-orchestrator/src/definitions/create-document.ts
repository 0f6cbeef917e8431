import { createHash } from "node:crypto";
import { canonicalJson, orderTransforms, type CompiledArtifacts, type TransformConfig } from "floe-core";
import type { DagsterOrchestratorConfig } from "../config-schema.ts";
import { DagsterDefinitionsError, type DefinitionsProblem } from "../errors/dagster-definitions-error.ts";
import { nameJob } from "../naming/name-job.ts";
import { nameTransforms } from "../naming/name-transforms.ts";
import { artifactsText } from "./artifacts-text.ts";
import { computeFinder, type TransformCompute } from "./compute-finder.ts";
import type { DagsterDocument } from "./dagster-document.ts";
import { definitionsText } from "./definitions-text.ts";
import { documentAsset } from "./document-asset.ts";
import { documentSchedule } from "./document-schedule.ts";
import { readThroughViews } from "./read-through-views.ts";
import { readDagsterMeta } from "./read-dagster-meta.ts";
import { shortHash } from "./short-hash.ts";

/** What a document is made of. */
export interface DocumentRequest {
  readonly artifacts: CompiledArtifacts;
  readonly config: Pick<DagsterOrchestratorConfig, "executor" | "location" | "retries" | "scheduleStatus">;
  /** What runs a step. */
  readonly stepCommand: readonly string[];
}

/**
 * A product as Dagster gets it. Equal requests make equal documents.
 *
 * @throws InvalidTransformsError listing every duplicate name, unknown dependency and cycle.
 * @throws DagsterDefinitionsError listing everything that Dagster would refuse, or would run wrongly.
 * @throws InvalidScheduleError for a schedule that Dagster would refuse.
 */
export function createDocument({ artifacts, config, stepCommand }: DocumentRequest): DagsterDocument {
  const transforms = orderTransforms(artifacts.transforms);
  const { keys, problems } = nameTransforms(transforms);
  const { job, problems: jobProblems } = nameJob(artifacts.product.name, keys);
  const computeOf = computeFinder(artifacts);
  const reads = readThroughViews(transforms);
  const read = transforms.map((transform) => ({ transform, compute: computeOf(transform), ...readDagsterMeta(transform) }));
  const all = [...jobProblems, ...problems, ...read.flatMap((one) => one.problems), ...memoryProblems(read)];
  if (all.length > 0) throw new DagsterDefinitionsError(all);
  const assets = read.map(({ transform, ...rest }) => documentAsset(transform, {
    product: job, reads: reads.get(transform.name) ?? [], retries: config.retries, ...rest,
  }));
  // Dagster would show a job of nothing, and fail to run it.
  const isEmpty = assets.length === 0;
  const jobs = isEmpty ? [] : [{ name: job, assets: assets.map(({ key }) => key) }];
  const schedule = artifacts.schedule === undefined || isEmpty ? undefined : { job, ...artifacts.schedule };
  const unhashed = {
    version: "1.0",
    product: artifacts.product.name,
    location: config.location ?? artifacts.product.name,
    artifacts: "artifacts.json",
    artifactsSha256: createHash("sha256").update(artifactsText(artifacts)).digest("hex"),
    stepCommand: [...stepCommand],
    executor: config.executor,
    assets,
    jobs,
    schedules: schedule === undefined ? [] : [documentSchedule(schedule, config.scheduleStatus)],
  } as const;
  // Another definitions.py makes something else of the same document.
  const hash = shortHash(canonicalJson({ ...unhashed, definitions: definitionsText() }));
  return { ...unhashed, hash, jobs: jobs.map((one) => ({ ...one, tags: { "floe/hash": hash } })) };
}

/** Dagster runs each step in a process of its own, where the tables of another process's memory are not. */
function memoryProblems(
  read: readonly { readonly transform: TransformConfig; readonly compute: TransformCompute }[],
): readonly DefinitionsProblem[] {
  const first = new Map<string | null, string>();
  for (const { transform, compute } of read) {
    if (compute.sharing === "none" && !first.has(compute.name)) first.set(compute.name, transform.name);
  }
  return [...first].map(([value, transform]) => ({
    transform,
    place: "compute",
    value,
    reason: "it keeps its tables in the memory of one process, and Dagster runs each step in a process of its own",
    remedy: "Give the engine a file to keep its tables in.",
  }));
}
