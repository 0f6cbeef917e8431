import { expect, test } from "vitest";
import { TERMINATE_RUN } from "../../../../src/graphql/operations/terminate-run.ts";

const read = (reply: unknown): unknown => TERMINATE_RUN.schema.parse({ terminateRun: reply });

test("TERMINATE_RUN reads what became of the wish", () => {
  expect(read({ __typename: "TerminateRunSuccess", run: { runId: "one" } })).toEqual({ state: "asked" });
  expect(read({ __typename: "TerminateRunFailure", message: "it has ended" })).toEqual({ state: "refused", reason: "it has ended" });
  expect(read({ __typename: "RunNotFoundError", message: "" })).toEqual({ state: "lost" });
});

test("TERMINATE_RUN refuses a member that it does not know", () => {
  expect(() => read({ __typename: "Other" })).toThrow();
});
