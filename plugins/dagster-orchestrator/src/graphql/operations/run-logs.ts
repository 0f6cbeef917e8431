import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";
import { dagsterEventSchema, EVENT_FIELDS, type DagsterEvent } from "../dagster-event.ts";

/** A page of what happened in a run. */
export interface RunLogs {
  readonly events: readonly DagsterEvent[];
  /** Where the next page begins. */
  readonly cursor: string;
  readonly hasMore: boolean;
}

const page = z
  .object({ __typename: z.literal("EventConnection"), cursor: z.string(), hasMore: z.boolean(), events: z.array(dagsterEventSchema) })
  .transform(({ events, cursor, hasMore }): RunLogs => ({ events, cursor, hasMore }));

const lost = z.object({ __typename: z.literal("RunNotFoundError") }).transform(() => null);

/** What happened in a run after the cursor, from the start without one; null if Dagster does not know the run. */
export const RUN_LOGS: Operation<{ readonly runId: string; readonly cursor: string | null; readonly limit: number }, RunLogs | null> = {
  name: "FloeRunLogs",
  document: `query FloeRunLogs($runId: ID!, $cursor: String, $limit: Int!) {
    logsForRun(runId: $runId, afterCursor: $cursor, limit: $limit) {
      __typename
      ... on EventConnection { cursor hasMore events { ${EVENT_FIELDS} } }
      ... on RunNotFoundError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ logsForRun: z.union([page, lost]) }).transform(({ logsForRun }) => logsForRun),
};
