import { describe, expect, test } from "vitest";
import { checkSchedule } from "../../../src/schedule/check-schedule.ts";
import { InvalidScheduleError } from "floe-core";

const job = "sales";
const timezone = "Europe/Berlin";

function problemsOf(schedule: { job: string; cron: string; timezone: string }): readonly string[] {
  try {
    checkSchedule(schedule);
  } catch (error) {
    if (error instanceof InvalidScheduleError) return error.problems;
    throw error;
  }
  return [];
}

describe("checkSchedule", () => {
  test.each(["0 6 * * *", "*/15 0-6 1,15 * MON-FRI", "@daily", "@hourly", "0 0 29 2 *"])("accepts %s", (cron) => {
    expect(checkSchedule({ job, cron, timezone })).toEqual({ job, cron, timezone });
  });

  test.each(["UTC", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "Etc/GMT+1"])("accepts the zone %s", (zone) => {
    expect(problemsOf({ job, cron: "@daily", timezone: zone })).toEqual([]);
  });

  test("trims the expression and freezes the result", () => {
    const schedule = checkSchedule({ job, cron: "  0 6 * * *\n", timezone });
    expect(schedule.cron).toBe("0 6 * * *");
    expect(Object.isFrozen(schedule)).toBe(true);
  });

  test("refuses an expression that cannot be kept, and says why", () => {
    expect(problemsOf({ job, cron: " 0 6 * * ", timezone })).toEqual([
      '"0 6 * *" is not a cron expression: it has 4 fields instead of five',
    ]);
    expect(() => checkSchedule({ job, cron: "@fortnightly", timezone })).toThrow(
      'Cannot schedule job "sales": "@fortnightly" is not a cron expression: there is no such alias',
    );
  });

  test.each(["", "+01:00", "Mars/Base", "GMT+1"])("refuses %j as a time zone", (zone) => {
    expect(problemsOf({ job, cron: "@daily", timezone: zone })).toEqual([
      expect.stringContaining("is not an IANA time zone"),
    ]);
  });

  test("names the nearest time zone", () => {
    expect(problemsOf({ job, cron: "@daily", timezone: "Europe/Berln" })).toEqual([
      '"Europe/Berln" is not an IANA time zone (did you mean "Europe/Berlin"?)',
    ]);
  });

  test("lists everything that is wrong", () => {
    expect(problemsOf({ job: " ", cron: "x", timezone: "y" })).toHaveLength(3);
  });
});
