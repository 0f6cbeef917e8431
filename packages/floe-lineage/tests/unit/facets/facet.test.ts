import { expect, test } from "vitest";
import { facet } from "../../../src/facets/facet.ts";

test("facet puts its content beside who says so and where the schema of that very version is", () => {
  expect(facet("schema", "1-2-0/SchemaDatasetFacet", "https://example.com/p", { fields: [] })).toEqual({
    schema: {
      _producer: "https://example.com/p",
      _schemaURL: "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
      fields: [],
    },
  });
});
