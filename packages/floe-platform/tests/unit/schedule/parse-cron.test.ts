import { CRON_ALIASES } from "floe-core";
import { describe, expect, test } from "vitest";
import { parseCron } from "../../../src/schedule/parse-cron.ts";

/** The next times after a moment, in UTC, without year and seconds. */
function timesOf(cron: string, timezone: string, after: string, count: number): string[] {
  const schedule = parseCron(cron, timezone);
  const times: string[] = [];
  let time = new Date(after);
  while (times.length < count) {
    time = schedule.nextRun(time) ?? new Date(Number.NaN);
    times.push(time.toISOString().slice(5, 16).replace("T", " "));
  }
  return times;
}

describe("parseCron", () => {
  test.each([
    ["0 6 * * *", "01-01 06:00", "01-02 06:00"],
    ["  0\t6  * * * ", "01-01 06:00", "01-02 06:00"],
    ["*/20 8,9 * jan MON-fri", "01-01 08:00", "01-01 08:20"],
    // Where both day fields are restricted, either is enough: the first of February, or a Monday.
    ["0 0 1 * mon", "01-05 00:00", "01-12 00:00"],
    ["0 0 L * ?", "01-31 00:00", "02-28 00:00"],
    ["0 0 ? * fri#2", "01-09 00:00", "02-13 00:00"],
    ["0 0 * * 7", "01-04 00:00", "01-11 00:00"],
    ["0 0 29 2 *", "02-29 00:00", "02-29 00:00"],
    ["@hourly", "01-01 01:00", "01-01 02:00"],
    ["@Daily", "01-02 00:00", "01-03 00:00"],
    ["@midnight", "01-02 00:00", "01-03 00:00"],
    ["@weekly", "01-04 00:00", "01-11 00:00"],
    ["@monthly", "02-01 00:00", "03-01 00:00"],
    ["@yearly", "01-01 00:00", "01-01 00:00"],
    ["@ANNUALLY", "01-01 00:00", "01-01 00:00"],
  ])("parseCron reads %j", (cron, first, second) => {
    expect(timesOf(cron, "UTC", "2026-01-01T00:00:00Z", 2)).toEqual([first, second]);
  });

  test("parseCron knows every alias it names", () => {
    for (const alias of CRON_ALIASES) expect(() => parseCron(alias, "UTC")).not.toThrow();
  });

  // Berlin goes from 02:00 to 03:00 on 29 March, at 01:00 UTC, and from 03:00 to 02:00 on 25 October, at 01:00 UTC.
  // New York goes from 02:00 to 03:00 on 8 March, at 07:00 UTC, and from 02:00 to 01:00 on 1 November, at 06:00 UTC.
  describe.each([
    {
      what: "a time that does not exist comes at the end of the gap, once",
      rows: [
        ["30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-29 01:00", "03-30 00:30"]],
        ["0 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-29 01:00", "03-30 00:00"]],
        ["15,45 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-29 01:00", "03-30 00:15"]],
        ["0 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-29 01:00", "03-30 00:00"]],
        ["30 2 29 3 *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-29 01:00", "03-29 00:30"]],
        ["30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", ["03-08 07:00", "03-09 06:30"]],
      ],
    },
    {
      what: "a time that comes twice is the first of the two",
      rows: [
        ["30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", ["10-25 00:30", "10-26 01:30"]],
        ["15,45 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", ["10-25 00:15", "10-25 00:45", "10-26 01:15"]],
        ["30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", ["11-01 05:30", "11-02 06:30"]],
      ],
    },
    {
      what: "with a wildcard or a step the schedule follows the clock on the wall through a gap",
      rows: [
        ["*/30 * * * *", "Europe/Berlin", "2026-03-29T00:15:00Z", ["03-29 00:30", "03-29 01:00", "03-29 01:30"]],
        ["0 * * * *", "America/New_York", "2026-03-08T05:30:00Z", ["03-08 06:00", "03-08 07:00", "03-08 08:00"]],
        ["@hourly", "Europe/Berlin", "2026-03-28T23:30:00Z", ["03-29 00:00", "03-29 01:00", "03-29 02:00"]],
        ["*/30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", ["03-30 00:00", "03-30 00:30"]],
        ["0 */2 * * *", "America/New_York", "2026-03-08T04:30:00Z", ["03-08 05:00", "03-08 08:00"]],
      ],
    },
    {
      what: "with a wildcard or a step the schedule comes at both of two equal times",
      rows: [
        ["30 * * * *", "Europe/Berlin", "2026-10-24T23:00:00Z", ["10-24 23:30", "10-25 00:30", "10-25 01:30", "10-25 02:30"]],
        ["*/30 1 * * *", "America/New_York", "2026-11-01T04:00:00Z", ["11-01 05:00", "11-01 05:30", "11-01 06:00", "11-01 06:30", "11-02 06:00"]],
      ],
    },
  ] as const)("parseCron, when the clocks change: $what", ({ rows }) => {
    test.each(rows.map(([cron, zone, after, times]) => ({ cron, zone, after, times })))("$cron in $zone", ({ cron, zone, after, times }) => {
      expect(timesOf(cron, zone, after, times.length)).toEqual(times);
    });
  });

  test.each([
    ["", "it has 0 fields instead of five"],
    ["2030-01-01T00:00:00", "it has 1 field instead of five"],
    ["0 6 * *", "it has 4 fields instead of five"],
    ["0 0 6 * * *", "it has 6 fields instead of five"],
    ["@reboot", "there is no such alias"],
    ["@every 1h", "there is no such alias"],
    ["0 25 * * *", "Invalid value for hour: 25"],
    ["a b c d e", "configuration entry 1 (a) contains illegal characters."],
    ["0 0 * * 5L", 'not every scheduler reads "5L" as the weekday in the same way'],
    ["0 0 31 2 *", "there is no such day of the month"],
    ["0 0 31 4,6 mon", "there is no such day of the month"],
  ])("parseCron refuses %j: %s", (cron, reason) => {
    expect(() => parseCron(cron, "UTC")).toThrow(new Error(reason));
  });
});
