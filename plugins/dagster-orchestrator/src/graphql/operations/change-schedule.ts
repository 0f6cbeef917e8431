import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";
import type { ScheduleVariables } from "./schedule.ts";

/** What a schedule is after a change; null if Dagster does not have it. */
export type ChangedSchedule = "RUNNING" | "STOPPED" | null;

const outcome = z
  .discriminatedUnion("__typename", [
    z.object({ __typename: z.literal("ScheduleStateResult"), scheduleState: z.object({ status: z.enum(["RUNNING", "STOPPED"]) }) }),
    z.object({ __typename: z.literal("ScheduleNotFoundError") }),
  ])
  .transform((found): ChangedSchedule => (found.__typename === "ScheduleStateResult" ? found.scheduleState.status : null));

const RESULT = `
  __typename
  ... on ScheduleStateResult { scheduleState { status } }
  ... on ScheduleNotFoundError { message }
  ... on UnauthorizedError { message }
  ${PYTHON_ERROR}
`;

const start: Operation<ScheduleVariables, ChangedSchedule> = {
  name: "FloeStartSchedule",
  document: `mutation FloeStartSchedule($selector: ScheduleSelector!) { startSchedule(scheduleSelector: $selector) { ${RESULT} } }`,
  schema: z.object({ startSchedule: outcome }).transform(({ startSchedule }) => startSchedule),
};

const stop: Operation<{ readonly id: string }, ChangedSchedule> = {
  name: "FloeStopSchedule",
  document: `mutation FloeStopSchedule($id: String!) { stopRunningSchedule(id: $id) { ${RESULT} } }`,
  schema: z.object({ stopRunningSchedule: outcome }).transform(({ stopRunningSchedule }) => stopRunningSchedule),
};

const reset: Operation<ScheduleVariables, ChangedSchedule> = {
  name: "FloeResetSchedule",
  document: `mutation FloeResetSchedule($selector: ScheduleSelector!) { resetSchedule(scheduleSelector: $selector) { ${RESULT} } }`,
  schema: z.object({ resetSchedule: outcome }).transform(({ resetSchedule }) => resetSchedule),
};

/** Switches a schedule on and off, which outlives what the definitions say, or gives it back to them. */
export const CHANGE_SCHEDULE: { readonly start: typeof start; readonly stop: typeof stop; readonly reset: typeof reset } = { start, stop, reset };
