import { expect, test } from "vitest";
import { PlatformFileError } from "../../../src/problems/platform-file-error.ts";
import { missingSchedule } from "../../../src/serve/missing-schedule.ts";

test("missingSchedule is a problem of the platform file, with what to write", () => {
  const error = missingSchedule("/app/floe.yaml");
  expect(error).toBeInstanceOf(PlatformFileError);
  expect(error.problems).toEqual([
    expect.objectContaining({ file: "/app/floe.yaml", path: "schedule", code: "key_missing", found: "nothing" }),
  ]);
  expect(error.hint).toContain('schedule: { cron: "0 6 * * *", timezone: Europe/Berlin }');
});

test("missingSchedule has no file for a product given as an object", () => {
  expect(missingSchedule(undefined).problems[0]).not.toHaveProperty("file");
});
