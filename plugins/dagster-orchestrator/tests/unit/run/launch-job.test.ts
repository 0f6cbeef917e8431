import { expect, test } from "vitest";
import { DagsterServerError } from "../../../src/errors/dagster-server-error.ts";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import { LAUNCH_TAG, launchJob, type LaunchRequest } from "../../../src/run/launch-job.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { scriptedClient } from "../../support/scripted-client.ts";

const REQUEST: LaunchRequest = { location: "shop", repository: "__repository__", job: "product", keys: undefined, tags: { team: "a" }, outageTimeoutMs: 5_000 };
const away = (isUnsent = false) => new DagsterUnavailableError({ url: "http://dagster.test", reason: "no answer", isUnsent });
const runs = (...ids: readonly string[]) => ({ runsOrError: { __typename: "Runs", results: ids.map((runId) => ({ runId })) } });

/** Answers launches with `launch` and look-ups with each of `finds` in turn, the last one over and over. */
function launch(launched: unknown, finds: readonly unknown[] = [], request: Partial<LaunchRequest> = {}) {
  const time = fakeTime();
  const left = [...finds];
  const client = scriptedClient((operation) => {
    const answer = operation === "FloeLaunchRun" ? launched : left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { client, time, answer: launchJob({ ...REQUEST, ...request }, { ...time, client, logger: recordingLogger() }) };
}

const success = { launchRun: { __typename: "LaunchRunSuccess", run: { runId: "one" } } };

test("launchJob launches the whole job, with its tags and one of its own", async () => {
  const { client, answer } = launch(success);
  expect(await answer).toBe("one");
  expect(client.asked[0]?.variables).toEqual({
    params: {
      selector: { repositoryLocationName: "shop", repositoryName: "__repository__", jobName: "product" },
      executionMetadata: { tags: [{ key: "team", value: "a" }, { key: LAUNCH_TAG, value: expect.stringMatching(/^[0-9a-f-]{36}$/) }] },
    },
  });
});

test("launchJob launches some assets by their keys", async () => {
  const { client, answer } = launch(success, [], { keys: ["raw", "clean"] });
  await answer;
  expect(client.asked[0]?.variables).toMatchObject({ params: { selector: { assetSelection: [{ path: ["raw"] }, { path: ["clean"] }] } } });
});

test.each([
  ["InvalidSubsetError", "another version"],
  ["PipelineNotFoundError", "another version"],
  ["RunConflict", "own pages"],
])("launchJob tells the refusal %s, with a remedy", async (refusal, hint) => {
  const { answer } = launch({ launchRun: { __typename: refusal, message: "it cannot be" } });
  await expect(answer).rejects.toMatchObject({ code: "FLOE_DAGSTER_LAUNCH", refusal, message: 'Cannot launch job "product" on Dagster: it cannot be', hint: expect.stringContaining(hint) });
});

test("launchJob tells the problems of a run's configuration, and an error in Python", async () => {
  const invalid = launch({ launchRun: { __typename: "RunConfigValidationInvalid", errors: [{ message: "a is missing" }, { message: "b too" }] } });
  await expect(invalid.answer).rejects.toMatchObject({ refusal: "RunConfigValidationInvalid", message: expect.stringContaining("a is missing\nb too") });
  const python = launch({ launchRun: { __typename: "PythonError", className: "KeyError", message: "KeyError: 'a'" } });
  await expect(python.answer).rejects.toMatchObject({ code: "FLOE_DAGSTER_LAUNCH", refusal: "KeyError", message: "Cannot launch job \"product\" on Dagster: KeyError: 'a'" });
});

test("launchJob finds the run of a launch whose reply was lost, and launches once", async () => {
  const server = new DagsterServerError({ url: "http://dagster.test", operation: "FloeFindRun", status: 500, className: null, reason: "locked" });
  const { client, answer, time } = launch(away(), [away(), server, runs(), runs("one")]);
  expect(await answer).toBe("one");
  expect(client.asked.map(({ operation }) => operation)).toEqual(["FloeLaunchRun", "FloeFindRun", "FloeFindRun", "FloeFindRun", "FloeFindRun"]);
  const { params } = client.asked[0]?.variables as { params: { executionMetadata: { tags: readonly { value: string }[] } } };
  expect(client.asked[1]?.variables).toEqual({ key: LAUNCH_TAG, value: params.executionMetadata.tags[1]?.value });
  expect(time.pauses).toEqual([1_000, 1_000, 1_000]);
});

test("launchJob gives up when no run comes up, or nobody answers, and says what to look for", async () => {
  const noRun = launch(away(), [runs()]);
  await expect(noRun.answer).rejects.toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", hint: expect.stringContaining(LAUNCH_TAG) });
  expect(noRun.time.clock.elapsedMs()).toBe(15_000);
  const nobody = launch(away(), [away()]);
  await expect(nobody.answer).rejects.toMatchObject({ hint: expect.stringContaining("not known") });
  expect(nobody.time.clock.elapsedMs()).toBe(5_000);
});

test("launchJob does not look for a run that cannot have been launched", async () => {
  const error = away(true);
  const { client, answer } = launch(error);
  await expect(answer).rejects.toBe(error);
  expect(client.asked).toHaveLength(1);
});
