import { expect, test } from "vitest";
import { outputStatisticsFacet } from "../../../src/facets/output-statistics-facet.ts";

test("outputStatisticsFacet counts the rows, none included", () => {
  expect(outputStatisticsFacet("https://example.com/p", 0)).toMatchObject({ outputStatistics: { rowCount: 0 } });
});
