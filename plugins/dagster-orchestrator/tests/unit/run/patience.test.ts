import { expect, test } from "vitest";
import { DagsterReplyError } from "../../../src/errors/dagster-reply-error.ts";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import { Patience } from "../../../src/run/patience.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { scriptedClient } from "../../support/scripted-client.ts";

const away = () => new DagsterUnavailableError({ url: "http://dagster.test", reason: "no connection" });

function patient(outageTimeoutMs: number) {
  const time = fakeTime();
  const logger = recordingLogger();
  return { time, logger, patience: new Patience({ ...time, logger, client: scriptedClient(() => ({})) }, { runId: "one", outageTimeoutMs }) };
}

/** Fails as often as it is told, then answers. */
function failing(times: number): () => Promise<string> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw away();
    return "answer";
  };
}

test("Patience asks again after growing pauses, and warns once", async () => {
  const { time, logger, patience } = patient(60_000);
  expect(await patience.ask(failing(7))).toBe("answer");
  expect(time.pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  expect(logger.warnings).toEqual(["Dagster does not answer; it is asked again, and the run goes on."]);
});

test("Patience ends once the webserver was away too long since its last answer, and says that the run goes on", async () => {
  const { time, patience } = patient(1_000);
  await time.pause(900);
  await patience.ask(failing(0));
  const error: unknown = await patience.ask(failing(9)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", runId: "one", hint: expect.stringContaining("goes on in Dagster") });
  expect(error).toMatchObject({ message: expect.stringContaining("no answer for 1 s; the last attempt: Cannot reach Dagster at http://dagster.test: no connection") });
  expect(time.pauses).toEqual([900, 250, 500, 250]);
});

test("Patience throws at once what does not pass", async () => {
  const { time, patience } = patient(60_000);
  const error = new DagsterReplyError({ url: "http://dagster.test", operation: "FloeThing", reason: "r" });
  await expect(patience.ask(() => Promise.reject(error))).rejects.toBe(error);
  expect(time.pauses).toEqual([]);
});
