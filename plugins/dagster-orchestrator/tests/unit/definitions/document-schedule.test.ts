import { InvalidScheduleError } from "floe-core";
import { describe, expect, test } from "vitest";
import { documentSchedule } from "../../../src/definitions/document-schedule.ts";

describe("documentSchedule", () => {
  test("calls the schedule after its job, by Dagster's name", () => {
    expect(documentSchedule({ job: "my-shop", cron: "@daily", timezone: "UTC" }, "running")).toEqual({
      name: "my_shop_schedule", job: "my_shop", cron: "@daily", timezone: "UTC", status: "RUNNING",
    });
    expect(documentSchedule({ job: "shop", cron: "@daily", timezone: "UTC" }, "stopped").status).toBe("STOPPED");
  });

  test("refuses what Dagster refuses", () => {
    expect(() => documentSchedule({ job: "shop", cron: "never", timezone: "UTC" }, "stopped")).toThrow(InvalidScheduleError);
  });
});
