import type { LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Job facet `sql`. The dialect is the name of the compute, for example `duckdb`; undefined leaves it out. */
export function sqlFacet(producer: string, query: string, dialect: string | undefined): LineageFacets {
  const content = dialect === undefined ? { query } : { query, dialect };
  return facet("sql", "1-1-0/SQLJobFacet", producer, content);
}
