import type { LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Run facet `processing_engine`: what executed the run. */
export function processingEngineFacet(
  producer: string,
  engine: { readonly name: string; readonly version: string },
): LineageFacets {
  const { name, version } = engine;
  return facet("processing_engine", "1-1-1/ProcessingEngineRunFacet", producer, { name, version });
}
