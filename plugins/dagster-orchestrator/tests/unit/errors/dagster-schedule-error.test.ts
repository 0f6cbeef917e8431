import { expect, test } from "vitest";
import { DagsterScheduleError } from "../../../src/errors/dagster-schedule-error.ts";

test("DagsterScheduleError names the job as it was asked for, the reason and what to do", () => {
  const error = new DagsterScheduleError({ job: "my-shop", reason: "there is no code location", hint: "Write it first." });
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_SCHEDULE", job: "my-shop", hint: "Write it first." });
  expect(error.message).toBe('Cannot schedule job "my-shop" in Dagster: there is no code location');
});
