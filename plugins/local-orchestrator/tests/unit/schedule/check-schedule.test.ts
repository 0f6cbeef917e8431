import { describe, expect, test } from "vitest";
import { checkSchedule } from "../../../src/schedule/check-schedule.ts";
import { InvalidScheduleError } from "../../../src/errors/invalid-schedule-error.ts";

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

  test.each([
    ["", 0],
    ["0 6 * *", 4],
    ["0 0 6 * * *", 6],
    ["2030-01-01T00:00:00", 1],
  ])("refuses %j, which does not have five fields", (cron, fields) => {
    expect(problemsOf({ job, cron, timezone })).toEqual([`the cron expression has ${fields} fields instead of five`]);
  });

  test.each(["61 * * * *", "a b c d e", "@fortnightly", "@reboot", "5-1 * * * *"])("refuses %j and says why", (cron) => {
    const problems = problemsOf({ job, cron, timezone });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/is not valid: \S/);
    expect(problems[0]).not.toContain("CronPattern: ");
  });

  test("refuses a time that never comes", () => {
    expect(problemsOf({ job, cron: "0 0 31 2 *", timezone })).toEqual([
      'the cron expression "0 0 31 2 *" names a time that never comes',
    ]);
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
