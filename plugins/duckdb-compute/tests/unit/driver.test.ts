import * as imported from "@duckdb/node-api";
import { expect, test } from "vitest";
import { driver } from "../../src/driver.ts";

test("driver is the very driver that an application imports, so that both open a file once", () => {
  expect(driver.DuckDBInstance).toBe(imported.DuckDBInstance);
  expect(driver.StatementType.SELECT).toBe(imported.StatementType.SELECT);
});
