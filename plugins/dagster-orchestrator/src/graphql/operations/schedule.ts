import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** What names a schedule. */
export interface ScheduleVariables {
  readonly selector: { readonly repositoryLocationName: string; readonly repositoryName: string; readonly scheduleName: string };
}

/** A schedule as Dagster has it. */
export interface ScheduleState {
  /** What `stopRunningSchedule` wants. */
  readonly id: string;
  readonly cron: string;
  /** null where none was stated: UTC. */
  readonly timezone: string | null;
  readonly job: string;
  readonly isRunning: boolean;
}

const found = z
  .object({
    __typename: z.literal("Schedule"),
    id: z.string(),
    cronSchedule: z.string(),
    executionTimezone: z.string().nullable(),
    pipelineName: z.string(),
    scheduleState: z.object({ status: z.enum(["RUNNING", "STOPPED"]) }),
  })
  .transform(({ id, cronSchedule, executionTimezone, pipelineName, scheduleState }): ScheduleState => ({
    id,
    cron: cronSchedule,
    timezone: executionTimezone,
    job: pipelineName,
    isRunning: scheduleState.status === "RUNNING",
  }));

const missing = z.object({ __typename: z.literal("ScheduleNotFoundError") }).transform(() => null);

/** A schedule; null if Dagster does not have it. */
export const SCHEDULE: Operation<ScheduleVariables, ScheduleState | null> = {
  name: "FloeSchedule",
  document: `query FloeSchedule($selector: ScheduleSelector!) {
    scheduleOrError(scheduleSelector: $selector) {
      __typename
      ... on Schedule { id cronSchedule executionTimezone pipelineName scheduleState { status } }
      ... on ScheduleNotFoundError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ scheduleOrError: z.union([found, missing]) }).transform(({ scheduleOrError }) => scheduleOrError),
};
