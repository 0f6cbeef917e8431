import { expect, test } from "vitest";
import { isTerminal, RUN_STATE } from "../../../../src/graphql/operations/run-state.ts";

const read = (reply: unknown): unknown => RUN_STATE.schema.parse({ runOrError: reply });

test("RUN_STATE reads a run's status, and its times in milliseconds", () => {
  const run = { __typename: "Run", status: "STARTED", creationTime: 1.5, endTime: null };
  expect(read(run)).toEqual({ status: "STARTED", createdAt: 1500, endedAt: null });
  expect(read({ ...run, status: "SUCCESS", endTime: 2.25 })).toEqual({ status: "SUCCESS", createdAt: 1500, endedAt: 2250 });
});

test("RUN_STATE reads that there is no such run, and refuses a member that it does not know", () => {
  expect(read({ __typename: "RunNotFoundError", message: "" })).toBeNull();
  expect(() => read({ __typename: "Other" })).toThrow();
});

test.each(["SUCCESS", "FAILURE", "CANCELED"])("isTerminal: %s is left no more", (status) => expect(isTerminal(status)).toBe(true));

test.each(["QUEUED", "STARTED", "CANCELING", "SOMETHING_NEW"])("isTerminal: %s goes on", (status) => expect(isTerminal(status)).toBe(false));
