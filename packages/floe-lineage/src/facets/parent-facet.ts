import type { LineageFacets } from "floe-core";
import type { LineageName } from "../naming/lineage-name.ts";
import { facet } from "./facet.ts";

/** A run and the job it is a run of. */
export interface RunOfJob {
  /** A UUID. */
  readonly runId: string;
  readonly job: LineageName;
}

/** Run facet `parent`: the run that this one is a part of, and the run at the root; by default they are the same. */
export function parentFacet(producer: string, parent: RunOfJob, root: RunOfJob = parent): LineageFacets {
  return facet("parent", "1-2-0/ParentRunFacet", producer, { ...reference(parent), root: reference(root) });
}

function reference({ runId, job }: RunOfJob): { readonly run: { readonly runId: string }; readonly job: LineageName } {
  return { run: { runId }, job };
}
