import type { ColumnLineage } from "floe-core";
import { expect, test } from "vitest";
import { columnLineageFacet } from "../../../src/facets/column-lineage-facet.ts";

const datasetOf = (table: string) => ({ namespace: "prod", name: `flights.${table}` });

test("columnLineageFacet names dataset, field and kind of transformation of every input", () => {
  const columns: ColumnLineage[] = [
    {
      column: "mean_delay",
      inputs: [
        { table: "stg", column: "delay", transformation: "AGGREGATION" },
        { table: "stg", column: "origin", transformation: "IDENTITY" },
      ],
    },
    { column: "source", inputs: [] },
  ];
  expect(columnLineageFacet("https://example.com/p", columns, datasetOf)).toMatchObject({
    columnLineage: {
      _schemaURL: expect.stringContaining("/1-2-0/ColumnLineageDatasetFacet.json"),
      fields: {
        mean_delay: {
          inputFields: [
            {
              namespace: "prod",
              name: "flights.stg",
              field: "delay",
              transformations: [{ type: "DIRECT", subtype: "AGGREGATION" }],
            },
            {
              namespace: "prod",
              name: "flights.stg",
              field: "origin",
              transformations: [{ type: "DIRECT", subtype: "IDENTITY" }],
            },
          ],
        },
        source: { inputFields: [] },
      },
    },
  });
});

test("columnLineageFacet keeps a column with a name that objects have of themselves", () => {
  const facets = columnLineageFacet("https://example.com/p", [{ column: "__proto__", inputs: [] }], datasetOf);
  expect(JSON.stringify(facets)).toContain('"fields":{"__proto__":{"inputFields":[]}}');
});
