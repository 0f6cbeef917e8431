import { isPluginError } from "floe-core";
import { expect, test } from "vitest";
import { DuckDBError } from "../../../src/errors/duckdb-error.ts";

test("DuckDBError is a floe error with code, hint and cause", () => {
  const cause = new Error("underneath");
  const error = new DuckDBError("FLOE_DUCKDB_OPEN", "Cannot open it: so", { hint: "Do this.", cause });
  expect(isPluginError(error)).toBe(true);
  expect(error).toMatchObject({ name: "DuckDBError", code: "FLOE_DUCKDB_OPEN", message: "Cannot open it: so", hint: "Do this.", cause });
  expect(error.toJSON()).toMatchObject({ code: "FLOE_DUCKDB_OPEN", hint: "Do this." });
});
