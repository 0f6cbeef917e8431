import { describe, expect, test } from "vitest";
import { findCronFault } from "../../../src/schedule/find-cron-fault.ts";

describe("findCronFault", () => {
  test.each(["0 6 * * *", "@Daily", "5/15 * * * *", "0 0 * * fri-mon", "0 0 l * ?", "0 0 * * mon#1", "0 0 * * L5", "0  0 29 2 *", "0 0 30,31 2 *"])(
    "takes %j",
    (cron) => expect(findCronFault(cron)).toBeUndefined(),
  );

  test.each([
    ["", "it has 0 fields instead of five"],
    ["*", "it has 1 field instead of five"],
    ["0 0 6 * * *", "it has 6 fields instead of five"],
    ["@reboot", "there is no such alias"],
    ["60 * * * *", 'Dagster does not take "60" as the minute'],
    ["0 0 * 0 *", 'Dagster does not take "0" as the month'],
    ["0 0 31 2 *", "there is no such day of the month"],
    ["R * * * *", 'Dagster does not take "r" as the minute'],
    ["0 0 * * mon#1,tue", 'Dagster does not take counted weekdays beside plain ones, "mon#1,tue", as the weekday'],
  ])("says of %j: %s", (cron, fault) => expect(findCronFault(cron)).toBe(fault));
});
