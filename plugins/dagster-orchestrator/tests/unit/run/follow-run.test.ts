import { expect, test } from "vitest";
import { DagsterAuthenticationError } from "../../../src/errors/dagster-authentication-error.ts";
import { DagsterUnavailableError } from "../../../src/errors/dagster-unavailable-error.ts";
import type { DagsterEvent } from "../../../src/graphql/dagster-event.ts";
import { followRun, type FollowOptions } from "../../../src/run/follow-run.ts";
import { runEvent, stepEvent } from "../../support/events.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { scriptedRun, type ScriptedRun } from "../../support/scripted-run.ts";

const CONFIG = { pollIntervalMs: 500, outageTimeoutMs: 10_000, cancelTimeoutMs: 2_000 };

function follow(run: ScriptedRun, options: Partial<FollowOptions> = {}) {
  const time = fakeTime();
  const logger = recordingLogger();
  const events: DagsterEvent[] = [];
  const states: unknown[] = [];
  const followed = followRun(
    { ...time, logger, client: run.client },
    { runId: "one", config: CONFIG, signal: new AbortController().signal, onState: (state) => states.push(state), onEvent: (event) => events.push(event), ...options },
  );
  return { followed, events, states, time, logger };
}

test("followRun hands out every page of events, also those that come with the run's end", async () => {
  const looks = [
    { status: "QUEUED" },
    { status: "STARTED", events: [stepEvent("A", "raw", 1), stepEvent("B", "raw", 2), stepEvent("C", "raw", 3)] },
    { status: "SUCCESS", events: [runEvent("D", 4), runEvent("E", 5)] },
  ];
  const { followed, events, states, time } = follow(scriptedRun(looks));
  expect(await followed).toEqual({ state: { status: "SUCCESS", createdAt: 1_000, endedAt: 9_000 }, isCancelled: false });
  expect(events.map(({ kind }) => kind)).toEqual(["A", "B", "C", "D", "E"]);
  expect(states).toEqual([{ status: "QUEUED", createdAt: 1_000, endedAt: null }]);
  expect(time.pauses).toEqual([500, 500]);
});

test("followRun asks Dagster to end the run once its signal is aborted, and waits for the end", async () => {
  const run = scriptedRun([{ status: "STARTED" }, { status: "CANCELING" }, { status: "CANCELED" }]);
  const controller = new AbortController();
  const { followed, logger } = follow(run, { signal: controller.signal, onState: () => controller.abort() });
  expect(await followed).toMatchObject({ state: { status: "CANCELED" }, isCancelled: true });
  expect(run.terminations).toEqual(["SAFE_TERMINATE"]);
  expect(logger.warnings).toEqual([]);
});

test("followRun has a run marked as cancelled that does not end in time, and gives up where that does not help", async () => {
  const run = scriptedRun([{ status: "CANCELING" }]);
  const { followed, logger, time } = follow(run, { signal: AbortSignal.abort() });
  await expect(followed).rejects.toMatchObject({ code: "FLOE_DAGSTER_SERVER", message: expect.stringContaining("does not end") });
  expect(run.terminations).toEqual(["SAFE_TERMINATE", "MARK_AS_CANCELED_IMMEDIATELY"]);
  expect(logger.warnings).toEqual([expect.stringContaining("marked as cancelled")]);
  expect(time.clock.elapsedMs()).toBe(4_000);
});

test("followRun ends a run that takes too long, and says so", async () => {
  const run = scriptedRun([{ status: "STARTED" }, { status: "STARTED" }, { status: "CANCELED" }]);
  const { followed, logger } = follow(run, { config: { ...CONFIG, runTimeoutMs: 1_000 } });
  expect(await followed).toMatchObject({ isCancelled: true });
  expect(run.terminations).toEqual(["SAFE_TERMINATE"]);
  expect(logger.warnings).toEqual(["A run takes longer than it may, and is cancelled."]);
});

test("followRun goes on where Dagster refuses to end a run, as it does with one that has ended", async () => {
  const refuse = (operation: string) => (operation === "FloeTerminateRun" ? { terminateRun: { __typename: "TerminateRunFailure", message: "it has ended" } } : undefined);
  const { followed } = follow(scriptedRun([{ status: "SUCCESS" }], refuse), { signal: AbortSignal.abort() });
  expect(await followed).toMatchObject({ state: { status: "SUCCESS" } });
});

test("followRun survives an outage, and ends with one that is too long", async () => {
  const error = new DagsterUnavailableError({ url: "http://dagster.test", reason: "no connection" });
  const short = follow(scriptedRun([{ status: "STARTED" }, { status: "", error }, { status: "", error }, { status: "SUCCESS" }]));
  expect(await short.followed).toMatchObject({ state: { status: "SUCCESS" } });
  expect(short.logger.warnings).toHaveLength(1);
  const long = follow(scriptedRun([{ status: "STARTED" }, { status: "", error }]));
  await expect(long.followed).rejects.toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE", runId: "one" });
});

test("followRun asks once where it is not let in", async () => {
  const error = new DagsterAuthenticationError({ url: "http://dagster.test", operation: "FloeRunState", reason: "401", hint: "" });
  const run = scriptedRun([{ status: "STARTED" }, { status: "", error }]);
  await expect(follow(run).followed).rejects.toBe(error);
  expect(run.client.asked.filter(({ operation }) => operation === "FloeRunState")).toHaveLength(2);
});

test.each(["FloeRunState", "FloeRunLogs"])("followRun tells a run that was deleted: %s", async (missing) => {
  const field = missing === "FloeRunState" ? "runOrError" : "logsForRun";
  const lost = (operation: string) => (operation === missing ? { [field]: { __typename: "RunNotFoundError" } } : undefined);
  await expect(follow(scriptedRun([{ status: "STARTED" }], lost)).followed).rejects.toMatchObject({ code: "FLOE_DAGSTER_RUN_LOST", runId: "one" });
});
