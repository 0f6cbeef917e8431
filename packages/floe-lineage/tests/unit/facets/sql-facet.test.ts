import { expect, test } from "vitest";
import { sqlFacet } from "../../../src/facets/sql-facet.ts";

test("sqlFacet has the dialect where it is known", () => {
  expect(sqlFacet("https://example.com/p", "SELECT 1", "duckdb")).toMatchObject({
    sql: { query: "SELECT 1", dialect: "duckdb" },
  });
  expect(sqlFacet("https://example.com/p", "SELECT 1", undefined)["sql"]).not.toHaveProperty("dialect");
});
