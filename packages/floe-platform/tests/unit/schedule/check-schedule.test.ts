import { describe, expect, test } from "vitest";
import { checkSchedule } from "../../../src/schedule/check-schedule.ts";
import { briefly, problemsOf, readerOf } from "../../support/reader-of.ts";

function check(cron: string, timezone = "UTC") {
  const reader = readerOf(`schedule:\n  cron: x\n  timezone: y`);
  checkSchedule(reader, { cron, timezone });
  return reader;
}

describe("checkSchedule", () => {
  test.each(["0 6 * * *", "*/5 0-4 1,15 * MON-FRI", "@daily", "  0 6 * * *  ", "0\t6 * * *"])("checkSchedule accepts %j", (cron) => {
    expect(briefly(check(cron))).toEqual([]);
  });

  test.each(["0 25 * * *", "0 6 * *", "0 0 6 * * *", "@dayly", "every day at six", "a b c d e", "0 0 31 2 *"])(
    "checkSchedule refuses %j",
    (cron) => {
      expect(briefly(check(cron))).toEqual(["2:9 schedule.cron cron_invalid"]);
    },
  );

  test.each(["Europe/Berlin", "UTC", "America/New_York"])("checkSchedule knows the time zone %s", (zone) => {
    expect(briefly(check("@daily", zone))).toEqual([]);
  });

  test.each([
    ["Europe/Berln", "Europe/Berlin"],
    ["+01:00", undefined],
    ["Nowhere", undefined],
  ])("checkSchedule refuses the time zone %s", (zone, nearest) => {
    const reader = check("@daily", zone);
    expect(briefly(reader)).toEqual(["3:13 schedule.timezone timezone_invalid"]);
    expect(problemsOf(reader)[0]?.nearest).toBe(nearest);
  });
});
