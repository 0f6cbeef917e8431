import { expect, test } from "vitest";
import { RUN_LOGS } from "../../../../src/graphql/operations/run-logs.ts";

const read = (reply: unknown): unknown => RUN_LOGS.schema.parse({ logsForRun: reply });

test("RUN_LOGS reads a page of events of any kind", () => {
  const events = [{ __typename: "SomethingNew", stepKey: "raw", timestamp: "12", message: "m" }];
  expect(read({ __typename: "EventConnection", cursor: "c", hasMore: true, events })).toMatchObject({ cursor: "c", hasMore: true, events: [{ kind: "SomethingNew", stepKey: "raw", at: 12 }] });
});

test("RUN_LOGS reads that there is no such run, and refuses a member that it does not know", () => {
  expect(read({ __typename: "RunNotFoundError", message: "" })).toBeNull();
  expect(() => read({ __typename: "Other" })).toThrow();
});
