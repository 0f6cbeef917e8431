import type { ColumnLineage, LineageFacets } from "floe-core";
import type { LineageName } from "../naming/lineage-name.ts";
import { facet } from "./facet.ts";

/**
 * Dataset facet `columnLineage`: which columns of which datasets each column was made of.
 *
 * @param datasetOf The dataset that a table's name in the SQL stands for.
 */
export function columnLineageFacet(
  producer: string,
  columns: readonly ColumnLineage[],
  datasetOf: (table: string) => LineageName,
): LineageFacets {
  const fields = Object.fromEntries(
    columns.map(({ column, inputs }) => [
      column,
      {
        inputFields: inputs.map((input) => ({
          ...datasetOf(input.table),
          field: input.column,
          transformations: [{ type: "DIRECT", subtype: input.transformation }],
        })),
      },
    ]),
  );
  return facet("columnLineage", "1-2-0/ColumnLineageDatasetFacet", producer, { fields });
}
