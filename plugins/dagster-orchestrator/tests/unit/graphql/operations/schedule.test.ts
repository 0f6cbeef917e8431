import { expect, test } from "vitest";
import { SCHEDULE } from "../../../../src/graphql/operations/schedule.ts";

const read = (reply: unknown): unknown => SCHEDULE.schema.parse({ scheduleOrError: reply });

test("SCHEDULE reads when a job runs, and whether the schedule is on", () => {
  const reply = { __typename: "Schedule", id: "s", cronSchedule: "0 6 * * *", executionTimezone: null, pipelineName: "shop", scheduleState: { status: "RUNNING" } };
  expect(read(reply)).toEqual({ id: "s", cron: "0 6 * * *", timezone: null, job: "shop", isRunning: true });
});

test("SCHEDULE reads that there is none, and refuses a member that it does not know", () => {
  expect(read({ __typename: "ScheduleNotFoundError", message: "" })).toBeNull();
  expect(() => read({ __typename: "Other" })).toThrow();
});
