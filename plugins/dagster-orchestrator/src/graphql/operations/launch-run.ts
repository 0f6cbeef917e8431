import { z } from "zod";
import type { Operation } from "../operation.ts";
import { PYTHON_ERROR } from "../python-error.ts";

/** What is launched. */
export interface LaunchVariables {
  readonly params: {
    readonly selector: {
      readonly repositoryLocationName: string;
      readonly repositoryName: string;
      readonly jobName: string;
      /** Left out for the whole job. */
      readonly assetSelection?: readonly { readonly path: readonly string[] }[];
    };
    readonly executionMetadata: { readonly tags: readonly { readonly key: string; readonly value: string }[] };
  };
}

/** A run, or why there is none. */
export type LaunchOutcome =
  | { readonly state: "launched"; readonly runId: string }
  | { readonly state: "refused"; readonly refusal: string; readonly reasons: readonly string[] };

const launched = z
  .object({ __typename: z.literal("LaunchRunSuccess"), run: z.object({ runId: z.string().min(1) }) })
  .transform(({ run }): LaunchOutcome => ({ state: "launched", runId: run.runId }));

const said = z
  .object({
    __typename: z.enum([
      "InvalidSubsetError",
      "PipelineNotFoundError",
      "RunConflict",
      "PresetNotFoundError",
      "ConflictingExecutionParamsError",
      "NoModeProvidedError",
    ]),
    message: z.string(),
  })
  .transform(({ __typename, message }): LaunchOutcome => ({ state: "refused", refusal: __typename, reasons: [message] }));

const invalid = z
  .object({ __typename: z.literal("RunConfigValidationInvalid"), errors: z.array(z.object({ message: z.string() })) })
  .transform(({ __typename, errors }): LaunchOutcome => ({ state: "refused", refusal: __typename, reasons: errors.map(({ message }) => message) }));

const step = z
  .object({ __typename: z.enum(["InvalidStepError", "InvalidOutputError"]), invalidStepKey: z.string().optional(), stepKey: z.string().optional() })
  .transform(({ __typename, invalidStepKey, stepKey }): LaunchOutcome => {
    return { state: "refused", refusal: __typename, reasons: [`the job has no step ${invalidStepKey ?? stepKey ?? ""}`] };
  });

/** Launches a job, or some of its assets. Never asked twice: a lost reply may stand for a run. */
export const LAUNCH_RUN: Operation<LaunchVariables, LaunchOutcome> = {
  name: "FloeLaunchRun",
  document: `mutation FloeLaunchRun($params: ExecutionParams!) {
    launchRun(executionParams: $params) {
      __typename
      ... on LaunchRunSuccess { run { runId } }
      ... on InvalidStepError { invalidStepKey }
      ... on InvalidOutputError { stepKey }
      ... on RunConfigValidationInvalid { errors { message } }
      ... on PipelineNotFoundError { message }
      ... on RunConflict { message }
      ... on InvalidSubsetError { message }
      ... on PresetNotFoundError { message }
      ... on ConflictingExecutionParamsError { message }
      ... on NoModeProvidedError { message }
      ... on UnauthorizedError { message }
      ${PYTHON_ERROR}
    }
  }`,
  schema: z.object({ launchRun: z.union([launched, said, invalid, step]) }).transform(({ launchRun }) => launchRun),
};
