import { expect, test } from "vitest";
import { DBT_PACKAGES } from "../../../src/dbt/dbt-packages.ts";

test("DBT_PACKAGES bounds every package from below and above", () => {
  expect(DBT_PACKAGES.map((specifier) => specifier.split(/[<>=]/)[0])).toEqual(["dbt-core", "dbt-duckdb"]);
  for (const specifier of DBT_PACKAGES) expect(specifier).toMatch(/^[a-z-]+>=\d+\.\d+,<\d+\.\d+$/);
});
