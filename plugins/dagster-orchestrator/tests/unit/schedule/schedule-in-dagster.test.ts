import { expect, test } from "vitest";
import { scheduleInDagster } from "../../../src/schedule/schedule-in-dagster.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { scriptedLocation } from "../../support/scripted-location.ts";

const SCHEDULE = { name: "product_daily", job: "product", cron: "0 6 * * *", timezone: "UTC" };

function scheduled(found: unknown, workingDirectory: string | null = "/product/.floe/dagster") {
  const client = scriptedLocation([{ hash: "old" }], [{ hash: "new" }], (operation) => (operation === "FloeSchedule" ? { scheduleOrError: found } : undefined));
  const wanted = { location: "shop", job: "product", hash: "new", workingDirectory, loadTimeoutMs: 1_000 };
  return { client, answer: scheduleInDagster(SCHEDULE, wanted, { ...fakeTime(), client }) };
}

const there = { __typename: "Schedule", id: "s", cronSchedule: "0 6 * * *", executionTimezone: "UTC", pipelineName: "product", scheduleState: { status: "STOPPED" } };

test("scheduleInDagster has the files read, and finds the schedule", async () => {
  const { client, answer } = scheduled(there);
  expect(await answer).toMatchObject({ id: "s", isRunning: false });
  expect(client.asked.map(({ operation }) => operation)).toEqual(["FloeLocationEntry", "FloeReloadLocation", "FloeLocationEntry", "FloeSchedule"]);
  expect(client.asked.at(-1)?.variables).toEqual({ selector: { repositoryLocationName: "shop", repositoryName: "__repository__", scheduleName: "product_daily" } });
});

test.each([
  [{ __typename: "ScheduleNotFoundError" }, "it is not there"],
  [{ ...there, cronSchedule: "0 7 * * *" }, "its cron is 0 7 * * *, not 0 6 * * *"],
  [{ ...there, executionTimezone: null }, "its timezone is not stated, not UTC"],
  [{ ...there, pipelineName: "other" }, "its job is other, not product"],
])("scheduleInDagster tells what is not as it was written: %#", async (found, reason) => {
  await expect(scheduled(found).answer).rejects.toMatchObject({ code: "FLOE_DAGSTER_LOCATION", problem: "schedule", message: expect.stringContaining(reason), hint: expect.stringContaining("/product/.floe/dagster") });
  await expect(scheduled(found, null).answer).rejects.toMatchObject({ hint: expect.stringContaining("deployed") });
});
