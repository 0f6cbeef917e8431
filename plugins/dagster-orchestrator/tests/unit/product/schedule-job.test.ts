import { readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readSchedules, setSchedule } from "../../../src/files/schedules-file.ts";
import { scheduleJob } from "../../../src/product/schedule-job.ts";
import { writeProduct } from "../../../src/product/write-product.ts";
import type { FakeAnswer, SeenRequest } from "../../support/fake-dagster.ts";
import { fakeTime } from "../../support/fake-time.ts";
import { config, product, transform } from "../../support/product.ts";
import { recordingLogger } from "../../support/recording-logger.ts";
import { servingDagster } from "../../support/serving-dagster.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const REQUEST = { job: "my-shop", cron: "0 6 * * *", timezone: "Europe/Berlin" };
const BEFORE = { name: "my_shop_schedule", job: "my_shop", cron: "@daily", timezone: "UTC", status: "STOPPED" } as const;
const NOT_THERE: FakeAnswer = { data: { scheduleOrError: { __typename: "ScheduleNotFoundError" } } };

/** A product whose code location is written, in a Dagster that answers as `answer` has it. */
async function written(answer: (request: SeenRequest, folder: string) => FakeAnswer | undefined = () => undefined) {
  const baseDir = await tempFolder();
  const folder = path.join(baseDir, ".floe/dagster");
  const server = await servingDagster(folder, { answer: (request) => answer(request, folder) });
  const warnings = recordingLogger();
  const errors: string[] = [];
  const logger = { ...warnings, error: (message: string) => void errors.push(message) };
  const environment = { config: config({ url: server.url, location: "shop" }), baseDir, logger, ...fakeTime() };
  await writeProduct({ artifacts: product([transform("a")], { product: { name: "my-shop", root: baseDir } }), outputDir: folder }, environment.config);
  return { folder, server, environment, warnings: warnings.warnings, errors, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test("scheduleJob writes the schedule under Dagster's names, has it loaded and finds it there", async () => {
  await using given = await written();
  await scheduleJob(REQUEST, given.environment);
  expect(await readSchedules(given.folder)).toEqual([{ name: "my_shop_schedule", job: "my_shop", cron: "0 6 * * *", timezone: "Europe/Berlin", status: "STOPPED" }]);
  expect(given.server.operations).toEqual(["server_info", "FloePoolLimits", "FloeSetPoolLimit", "FloeLocationEntry", "FloeReloadLocation", "FloeLocationEntry", "FloeSchedule"]);
});

test("scheduleJob replaces the schedule that was there", async () => {
  await using given = await written();
  await setSchedule(given.folder, "my_shop", BEFORE);
  await scheduleJob(REQUEST, given.environment);
  expect(await readSchedules(given.folder)).toMatchObject([{ cron: "0 6 * * *" }]);
  expect(given.warnings).toEqual([]);
});

test.each([[undefined], [BEFORE]])("scheduleJob puts back what was there before, and has Dagster load it, where the schedule is not taken: %j", async (before) => {
  const loaded: unknown[] = [];
  await using given = await written(({ operation }, folder) => {
    if (operation === "FloeReloadLocation") loaded.push((JSON.parse(readFileSync(path.join(folder, "schedules.json"), "utf8")) as { schedules: unknown }).schedules);
    return operation === "FloeSchedule" ? NOT_THERE : undefined;
  });
  await setSchedule(given.folder, "my_shop", before);
  await expect(scheduleJob(REQUEST, given.environment)).rejects.toMatchObject({ code: "FLOE_DAGSTER_LOCATION", problem: "schedule" });
  const kept = before === undefined ? [] : [before];
  expect(await readSchedules(given.folder)).toEqual(kept);
  expect(loaded).toEqual([[expect.objectContaining({ cron: "0 6 * * *" })], kept]);
  expect(given.warnings).toEqual([expect.stringContaining("in its place again")]);
});

test("scheduleJob puts back what was there where its signal is aborted while Dagster loads, and throws its reason", async () => {
  const controller = new AbortController();
  await using given = await written(({ operation }) => {
    if (operation === "FloeSchedule") controller.abort(new Error("enough"));
    return undefined;
  });
  await expect(scheduleJob({ ...REQUEST, signal: controller.signal }, given.environment)).rejects.toThrow("enough");
  expect(await readSchedules(given.folder)).toEqual([]);
  expect(given.server.operations.at(-1)).toBe("FloeReloadLocation");
});

test("scheduleJob says in the log what it cannot undo, and throws why the schedule was not taken", async () => {
  await using broken = await written(({ operation }, folder) => {
    if (operation === "FloeSchedule") writeFileSync(path.join(folder, "schedules.json"), "{");
    return operation === "FloeSchedule" ? NOT_THERE : undefined;
  });
  await expect(scheduleJob(REQUEST, broken.environment)).rejects.toMatchObject({ problem: "schedule" });
  expect(broken.errors).toEqual([expect.stringContaining("cannot be put back")]);

  let reloads = 0;
  await using away = await written(({ operation }) => {
    if (operation === "FloeSchedule") return NOT_THERE;
    return operation === "FloeReloadLocation" && (reloads += 1) > 1 ? "drop" : undefined;
  });
  await expect(scheduleJob(REQUEST, away.environment)).rejects.toMatchObject({ problem: "schedule" });
  expect(away.warnings).toEqual([expect.stringContaining("in its place again"), expect.stringContaining("may have the schedule")]);
});

test("scheduleJob writes nothing where Dagster is away, or is not to be asked any more", async () => {
  await using given = await written(({ operation }) => (operation === "server_info" ? "drop" : undefined));
  await expect(scheduleJob(REQUEST, given.environment)).rejects.toMatchObject({ code: "FLOE_DAGSTER_UNAVAILABLE" });
  await expect(scheduleJob({ ...REQUEST, signal: AbortSignal.abort(new Error("enough")) }, given.environment)).rejects.toThrow("enough");
  expect(await readdir(given.folder)).not.toContain("schedules.json");
});

test("scheduleJob refuses a bad schedule and an unknown job before it asks Dagster", async () => {
  await using given = await written();
  await expect(scheduleJob({ ...REQUEST, cron: "no" }, given.environment)).rejects.toMatchObject({ code: "FLOE_ORCHESTRATOR_SCHEDULE" });
  await expect(scheduleJob({ ...REQUEST, job: "my-shp" }, given.environment)).rejects.toMatchObject({ code: "FLOE_DAGSTER_SCHEDULE", job: "my-shp", hint: 'Did you mean "my_shop"?' });
  await expect(scheduleJob({ ...REQUEST, job: "zzzzzzzz" }, given.environment)).rejects.toMatchObject({ hint: "Its jobs are: my_shop." });
  expect(given.server.operations).toEqual([]);
  expect(await readdir(given.folder)).not.toContain("schedules.json");
});

test("scheduleJob refuses where no code location was written, and where Dagster has one of its own", async () => {
  const baseDir = await tempFolder();
  const logger = recordingLogger();
  const unwritten = scheduleJob(REQUEST, { config: config(), baseDir, logger });
  await expect(unwritten).rejects.toMatchObject({ code: "FLOE_DAGSTER_SCHEDULE", message: expect.stringContaining(path.join(baseDir, ".floe/dagster")) });
  const deployed = scheduleJob(REQUEST, { config: config({ workingDirectory: null }), baseDir, logger });
  await expect(deployed).rejects.toMatchObject({ code: "FLOE_DAGSTER_SCHEDULE", hint: expect.stringContaining("platform file") });
  expect(await readdir(baseDir)).toEqual([]);
});
