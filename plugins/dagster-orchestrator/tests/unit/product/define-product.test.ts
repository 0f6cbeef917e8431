import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { setSchedule } from "../../../src/files/schedules-file.ts";
import { defineProduct } from "../../../src/product/define-product.ts";
import { stepCommand } from "../../../src/product/step-command.ts";
import { config, product, transform } from "../../support/product.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const artifacts = product([transform("a")], { schedule: { cron: "@daily", timezone: "UTC" } });
const later = { name: "shop_schedule", job: "shop", cron: "0 6 * * *", timezone: "Europe/Berlin", status: "STOPPED" } as const;

test("defineProduct has the product's own schedule, and writes nothing", async () => {
  const baseDir = await tempFolder();
  const { assets, jobs, schedules, files } = await defineProduct(artifacts, { config: config(), baseDir });
  expect(assets.map(({ name }) => name)).toEqual(["a"]);
  expect(jobs).toEqual([{ name: "shop", assets: ["a"] }]);
  expect(schedules).toEqual([{ job: "shop", cron: "@daily", timezone: "UTC" }]);
  expect(JSON.parse(files["floe.json"] ?? "")).toMatchObject({ stepCommand: stepCommand(["node"]) });
  expect(await readdir(baseDir)).toEqual([]);
});

test("defineProduct has the schedule that was set later in its place, and none of a folder that is Dagster's own", async () => {
  const baseDir = await tempFolder();
  await setSchedule(path.join(baseDir, ".floe/dagster"), "shop", later);
  expect((await defineProduct(artifacts, { config: config(), baseDir })).schedules).toEqual([{ job: "shop", cron: "0 6 * * *", timezone: "Europe/Berlin" }]);
  expect((await defineProduct(artifacts, { config: config({ workingDirectory: null }), baseDir })).schedules).toMatchObject([{ cron: "@daily" }]);
});

test("defineProduct refuses schedules that cannot be read, and ends once its signal is aborted", async () => {
  const baseDir = await tempFolder({ ".floe/dagster/schedules.json": "{" });
  await expect(defineProduct(artifacts, { config: config(), baseDir })).rejects.toMatchObject({ code: "FLOE_DAGSTER_CODE_LOCATION" });
  await expect(defineProduct(artifacts, { config: config(), baseDir }, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
});
