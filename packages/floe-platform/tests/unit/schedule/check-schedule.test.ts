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

  test.each(["0 25 * * *", "0 6 * *", "0 0 6 * * *", "@dayly", "every day at six", "a b c d e", "0 0 31 2 *", "0 0 15W * *"])(
    "checkSchedule refuses %j",
    (cron) => {
      expect(briefly(check(cron))).toEqual(["2:9 schedule.cron cron_invalid"]);
    },
  );

  test("checkSchedule says what is wrong, and what may have been meant", () => {
    expect(problemsOf(check("@dayly"))[0]).toMatchObject({
      message: '"@dayly" is not a cron expression: there is no such alias',
      nearest: "@daily",
      remedy: 'Did you mean "@daily"?',
    });
    expect(problemsOf(check("0 0 6 * * *"))[0]).toMatchObject({
      message: '"0 0 6 * * *" is not a cron expression: it has 6 fields instead of five',
      remedy: 'Write five fields, for example "0 6 * * *", or an alias such as @daily.',
    });
  });

  test.each(["Europe/Berlin", "UTC", "America/New_York"])("checkSchedule knows the time zone %s", (zone) => {
    expect(briefly(check("@daily", zone))).toEqual([]);
  });

  test.each([
    ["Europe/Berln", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["+01:00", undefined],
    ["Nowhere", undefined],
  ])("checkSchedule refuses the time zone %s", (zone, nearest) => {
    const reader = check("@daily", zone);
    expect(briefly(reader)).toEqual(["3:13 schedule.timezone timezone_invalid"]);
    expect(problemsOf(reader)[0]?.nearest).toBe(nearest);
  });

  test("checkSchedule judges the expression although the zone is wrong", () => {
    expect(briefly(check("x", "y"))).toEqual(["2:9 schedule.cron cron_invalid", "3:13 schedule.timezone timezone_invalid"]);
  });
});
