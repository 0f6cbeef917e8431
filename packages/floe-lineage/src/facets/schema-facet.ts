import type { ColumnSchema, LineageFacets } from "floe-core";
import { facet } from "./facet.ts";

/** Dataset facet `schema`: the columns in their order, with the engine's own names of the types. */
export function schemaFacet(producer: string, columns: readonly ColumnSchema[]): LineageFacets {
  const fields = columns.map(({ name, type }, index) => ({ name, type, ordinal_position: index + 1 }));
  return facet("schema", "1-2-0/SchemaDatasetFacet", producer, { fields });
}
