import { expect, test } from "vitest";
import { LAUNCH_RUN } from "../../../../src/graphql/operations/launch-run.ts";

const read = (reply: unknown): unknown => LAUNCH_RUN.schema.parse({ launchRun: reply });

test("LAUNCH_RUN reads the run's id", () => {
  expect(read({ __typename: "LaunchRunSuccess", run: { runId: "one" } })).toEqual({ state: "launched", runId: "one" });
});

test.each([
  [{ __typename: "PipelineNotFoundError", message: "no job" }, ["no job"]],
  [{ __typename: "InvalidSubsetError", message: "no asset" }, ["no asset"]],
  [{ __typename: "RunConflict", message: "there is one" }, ["there is one"]],
  [{ __typename: "PresetNotFoundError", message: "no preset" }, ["no preset"]],
  [{ __typename: "ConflictingExecutionParamsError", message: "both" }, ["both"]],
  [{ __typename: "NoModeProvidedError", message: "no mode" }, ["no mode"]],
  [{ __typename: "RunConfigValidationInvalid", errors: [{ message: "a" }, { message: "b" }] }, ["a", "b"]],
  [{ __typename: "InvalidStepError", invalidStepKey: "raw" }, ["the job has no step raw"]],
  [{ __typename: "InvalidOutputError", stepKey: "raw" }, ["the job has no step raw"]],
])("LAUNCH_RUN reads the refusal $__typename", (reply, reasons) => {
  expect(read(reply)).toEqual({ state: "refused", refusal: reply.__typename, reasons });
});

test("LAUNCH_RUN refuses a member that it does not know", () => {
  expect(() => read({ __typename: "Other", message: "" })).toThrow();
});
