import { expect, test } from "vitest";
import { CHANGE_SCHEDULE } from "../../../../src/graphql/operations/change-schedule.ts";

test.each([
  ["start", "startSchedule"],
  ["stop", "stopRunningSchedule"],
  ["reset", "resetSchedule"],
] as const)("CHANGE_SCHEDULE.%s reads what the schedule is then", (change, field) => {
  const { schema } = CHANGE_SCHEDULE[change];
  expect(schema.parse({ [field]: { __typename: "ScheduleStateResult", scheduleState: { status: "STOPPED" } } })).toBe("STOPPED");
  expect(schema.parse({ [field]: { __typename: "ScheduleNotFoundError", message: "" } })).toBeNull();
  expect(() => schema.parse({ [field]: { __typename: "Other" } })).toThrow();
});
