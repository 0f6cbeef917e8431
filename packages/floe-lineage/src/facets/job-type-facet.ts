import type { LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Job facet `jobType`: a batch job of floe, either a whole product or one of its transforms. */
export function jobTypeFacet(producer: string, jobType: "PRODUCT" | "TRANSFORM"): LineageFacets {
  return facet("jobType", "2-0-4/JobTypeJobFacet", producer, {
    processingType: "BATCH",
    integration: "FLOE",
    jobType,
  });
}
