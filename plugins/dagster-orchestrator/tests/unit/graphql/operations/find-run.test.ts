import { expect, test } from "vitest";
import { FIND_RUN } from "../../../../src/graphql/operations/find-run.ts";

const read = (reply: unknown): unknown => FIND_RUN.schema.parse({ runsOrError: reply });

test("FIND_RUN reads the first run, and that there is none", () => {
  expect(read({ __typename: "Runs", results: [{ runId: "one" }] })).toBe("one");
  expect(read({ __typename: "Runs", results: [] })).toBeNull();
});

test("FIND_RUN refuses a refused filter", () => {
  expect(() => read({ __typename: "InvalidPipelineRunsFilterError", message: "no" })).toThrow();
});
