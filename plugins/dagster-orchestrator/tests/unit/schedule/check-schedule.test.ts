import { describe, expect, test } from "vitest";
import { InvalidScheduleError } from "floe-core";
import { checkSchedule } from "../../../src/schedule/check-schedule.ts";

describe("checkSchedule", () => {
  test("answers with a frozen schedule, its expression trimmed", () => {
    const schedule = checkSchedule({ job: "shop", cron: " 5/15 * * * * ", timezone: "Europe/Berlin" });
    expect(schedule).toEqual({ job: "shop", cron: "5/15 * * * *", timezone: "Europe/Berlin" });
    expect(Object.isFrozen(schedule)).toBe(true);
  });

  test("lists everything wrong at once", () => {
    const check = (): unknown => checkSchedule({ job: " ", cron: "never", timezone: "Europe/Berln" });
    expect(check).toThrow(InvalidScheduleError);
    expect(check).toThrow(
      expect.objectContaining({
        problems: [
          "the job has no name",
          '"never" is not a cron expression: it has 1 field instead of five',
          '"Europe/Berln" is not an IANA time zone (did you mean "Europe/Berlin"?)',
        ],
      }),
    );
  });

  test.each(["", "europe/berlin", "+01:00", "../UTC"])("refuses the time zone %j", (timezone) => {
    expect(() => checkSchedule({ job: "shop", cron: "@daily", timezone })).toThrow(InvalidScheduleError);
  });
});
