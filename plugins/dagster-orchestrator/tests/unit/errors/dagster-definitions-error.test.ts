import { expect, test } from "vitest";
import { DagsterDefinitionsError } from "../../../src/errors/dagster-definitions-error.ts";

test("DagsterDefinitionsError lists every problem, cuts long values and says each remedy once", () => {
  const remedy = "Correct or remove the owner.";
  const error = new DagsterDefinitionsError([
    { transform: "a", place: "meta.dagster.owners[0]", value: "ann", reason: "no address", remedy },
    { transform: null, place: "meta.dagster.owners[1]", value: "x".repeat(100), reason: "no address", remedy },
  ]);
  expect(error.code).toBe("FLOE_DAGSTER_DEFINITIONS");
  expect(error.message).toBe(
    `Cannot define the product in Dagster: transform "a": meta.dagster.owners[0] "ann": no address; meta.dagster.owners[1] "${"x".repeat(79)}…: no address`,
  );
  expect(error.hint).toBe(remedy);
  expect(error.problems).toHaveLength(2);
});
