import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** What became of the wish to end a run. `refused` also where it had ended already. */
export type TerminateOutcome = { readonly state: "asked" | "lost" } | { readonly state: "refused"; readonly reason: string };

export interface TerminateVariables {
  readonly runId: string;
  /** The second one changes the run's status alone, whatever its processes do. */
  readonly policy: "SAFE_TERMINATE" | "MARK_AS_CANCELED_IMMEDIATELY";
}

const outcome = z
  .discriminatedUnion("__typename", [
    z.object({ __typename: z.literal("TerminateRunSuccess") }),
    z.object({ __typename: z.literal("TerminateRunFailure"), message: z.string() }),
    z.object({ __typename: z.literal("RunNotFoundError") }),
  ])
  .transform((found): TerminateOutcome => {
    if (found.__typename === "TerminateRunFailure") return { state: "refused", reason: found.message };
    return { state: found.__typename === "TerminateRunSuccess" ? "asked" : "lost" };
  });

/** Asks a run to end. It answers before the run has ended. */
export const TERMINATE_RUN: Operation<TerminateVariables, TerminateOutcome> = {
  name: "FloeTerminateRun",
  document: `mutation FloeTerminateRun($runId: String!, $policy: TerminateRunPolicy!) {
    terminateRun(runId: $runId, terminatePolicy: $policy) {
      __typename
      ... on TerminateRunSuccess { run { runId } }
      ... on TerminateRunFailure { message }
      ... on RunNotFoundError { message }
      ... on UnauthorizedError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ terminateRun: outcome }).transform(({ terminateRun }) => terminateRun),
};
