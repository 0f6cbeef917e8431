import type { LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Output facet `outputStatistics`: how many rows the run wrote. */
export function outputStatisticsFacet(producer: string, rowCount: number): LineageFacets {
  return facet("outputStatistics", "1-0-2/OutputStatisticsOutputDatasetFacet", producer, { rowCount });
}
