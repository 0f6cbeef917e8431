import { expect, test } from "vitest";
import { DagsterLaunchError } from "../../../src/errors/dagster-launch-error.ts";

test("DagsterLaunchError names the job, and Dagster's word for the refusal", () => {
  const error = new DagsterLaunchError({ job: "shop", refusal: "RunConflict", reason: "there is one already" });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_LAUNCH", job: "shop", refusal: "RunConflict" });
  expect(error.message).toBe('Cannot launch job "shop" on Dagster: there is one already');
  expect(error.hint).not.toBe("");
});
