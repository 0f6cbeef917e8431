import { expect, test } from "vitest";
import { DagsterRunLostError } from "../../../src/errors/dagster-run-lost-error.ts";

test("DagsterRunLostError names the run", () => {
  const error = new DagsterRunLostError("one");
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_RUN_LOST", runId: "one", message: "Cannot follow run one: Dagster no longer knows it" });
  expect(error.hint).toContain("deleted");
});
