import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** The id of the latest run with a tag; null if there is none. */
export const FIND_RUN: Operation<{ readonly key: string; readonly value: string }, string | null> = {
  name: "FloeFindRun",
  document: `query FloeFindRun($key: String!, $value: String!) {
    runsOrError(filter: { tags: [{ key: $key, value: $value }] }, limit: 1) {
      __typename
      ... on Runs { results { runId } }
      ... on InvalidPipelineRunsFilterError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z
    .object({ runsOrError: z.object({ __typename: z.literal("Runs"), results: z.array(z.object({ runId: z.string().min(1) })) }) })
    .transform(({ runsOrError }) => runsOrError.results[0]?.runId ?? null),
};
