import { expect, test } from "vitest";
import { schemaFacet } from "../../../src/facets/schema-facet.ts";

test("schemaFacet lists the columns in order, counted from 1", () => {
  const columns = [
    { name: "b", type: "VARCHAR" },
    { name: "a", type: "DECIMAL(18,3)" },
  ];
  expect(schemaFacet("https://example.com/p", columns)).toMatchObject({
    schema: {
      _schemaURL: expect.stringContaining("/1-2-0/SchemaDatasetFacet.json"),
      fields: [
        { name: "b", type: "VARCHAR", ordinal_position: 1 },
        { name: "a", type: "DECIMAL(18,3)", ordinal_position: 2 },
      ],
    },
  });
});
