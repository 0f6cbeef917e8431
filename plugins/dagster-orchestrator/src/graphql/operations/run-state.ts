import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** How a run is. */
export interface RunState {
  /** Dagster's word, such as `STARTED`. */
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** null while it goes on. */
  readonly endedAt: number | null;
}

/** What a run does not leave again. */
const TERMINAL: ReadonlySet<string> = new Set(["SUCCESS", "FAILURE", "CANCELED"]);

/** Whether a run with this status has ended. */
export function isTerminal(status: string): boolean {
  return TERMINAL.has(status);
}

const inMs = (seconds: number): number => Math.round(seconds * 1000);

const run = z
  .object({ __typename: z.literal("Run"), status: z.string(), creationTime: z.number(), endTime: z.number().nullable() })
  .transform(({ status, creationTime, endTime }): RunState => {
    return { status, createdAt: inMs(creationTime), endedAt: endTime === null ? null : inMs(endTime) };
  });

const lost = z.object({ __typename: z.literal("RunNotFoundError") }).transform(() => null);

/** How a run is; null if Dagster does not know it. */
export const RUN_STATE: Operation<{ readonly runId: string }, RunState | null> = {
  name: "FloeRunState",
  document: `query FloeRunState($runId: ID!) {
    runOrError(runId: $runId) {
      __typename
      ... on Run { status creationTime endTime }
      ... on RunNotFoundError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ runOrError: z.union([run, lost]) }).transform(({ runOrError }) => runOrError),
};
