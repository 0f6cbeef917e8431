import { describe, expect, test } from "vitest";
import { DbtCompilationError, DbtError, DbtExecutionError } from "../../../src/errors/dbt-error.ts";
import { expectForm } from "../../support/error-form.ts";

describe.each([
  ["DbtCompilationError", DbtCompilationError, "FLOE_DBT_COMPILATION"],
  ["DbtExecutionError", DbtExecutionError, "FLOE_DBT_EXECUTION"],
])("%s", (name, Kind, code) => {
  const message = "Cannot compile the project: orders.sql has no FROM";

  test(`${name} is a DbtError that tells where dbt failed`, () => {
    const place = { file: "models/orders.sql", line: 3, model: "orders", adapter: "duckdb" };
    const error = new Kind(message, { ...place, hint: "Add one.", cause: new Error("syntax") });
    expect(error).toBeInstanceOf(DbtError);
    expectForm(error, { name, code, message, hint: "Add one.", fields: place, cause: { name: "Error", message: "syntax" } });
  });

  test(`${name} need not know the place`, () => {
    const error = new Kind(message);
    expect([error.file, error.line, error.model, error.adapter]).toEqual([undefined, undefined, undefined, undefined]);
    expectForm(error, { name, code, message, hint: "" });
  });
});
