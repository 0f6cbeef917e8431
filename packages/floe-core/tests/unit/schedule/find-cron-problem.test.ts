import { Cron } from "croner";
import { describe, expect, test } from "vitest";
import { findCronProblem } from "../../../src/schedule/find-cron-problem.ts";

/** As the platform and its orchestrators have it read. */
const readCron = (fields: string): Cron => new Cron(fields, { mode: "5-part", timezone: "UTC" });

describe("findCronProblem", () => {
  test.each([
    "0 6 * * *",
    "0\t6  * * *",
    "*/5 0-4 1,15 * MON-FRI",
    "*/20 8,9 * jan MON-fri",
    "0 0 1 * mon",
    "0 0 L * ?",
    "0 0 ? * fri#2",
    "0 0 * * 7",
    "0 0 29 2 *",
    "@hourly",
    "@Daily",
    "@midnight",
    "@weekly",
    "@monthly",
    "@yearly",
    "@ANNUALLY",
  ])("findCronProblem accepts %j", (cron) => {
    expect(findCronProblem(cron, readCron)).toBeUndefined();
  });

  test.each([
    ["", "it has 0 fields instead of five"],
    ["x", "it has 1 field instead of five"],
    ["2030-01-01T00:00:00", "it has 1 field instead of five"],
    ["0 6 * *", "it has 4 fields instead of five"],
    ["every day at six", "it has 4 fields instead of five"],
    ["0 0 6 * * *", "it has 6 fields instead of five"],
    ["@dayly", "there is no such alias"],
    ["@reboot", "there is no such alias"],
    ["@every 1h", "there is no such alias"],
    ["0 25 * * *", "Invalid value for hour: 25"],
    ["a b c d e", "configuration entry 1 (a) contains illegal characters."],
    ["0 0 * * 5L", 'not every scheduler reads "5L" as the weekday in the same way'],
    ["0 0 15W * *", 'not every scheduler reads "15W" as the day of the month in the same way'],
    ["0 6 * * 5-5", 'not every scheduler reads "5-5" as the weekday in the same way'],
    ["0 0 31 2 *", "there is no such day of the month"],
    ["0 0 31 2 1", "there is no such day of the month"],
    ["0 0 31 4,6 mon", "there is no such day of the month"],
  ])("findCronProblem refuses %j: %s", (cron, problem) => {
    expect(findCronProblem(cron, readCron)).toBe(problem);
  });

  test.each([
    "? * * * *",
    "0 ? * * *",
    "0 0 1 ? *",
    "0 0 ?/2 * *",
    "*,5 * * * *",
    "0 0 *,1 * 1",
    "0 0 LW * *",
    "L * * * *",
    "0 0 * * 5#L",
    "0 0 * * mon#1,fri",
    "0 0 1 * mon#1",
    "0 0 */2 * 1",
    "0 0 1 * */2",
    "5-5 * * * *",
    "5-05 * * * *",
    "0 0 * jan-1 *",
    "0 0 * * fri-5",
    "0 0 * * FRI-Fri",
    "0 0 * * 7-sun",
    "0 0 * * tue-8/4",
    "0 17-24/5 * * *",
    "0 0 * * +1",
  ])("findCronProblem refuses %j, which not every scheduler reads in the same way", (cron) => {
    expect(findCronProblem(cron, readCron)).toBeTypeOf("string");
  });

  test.each([
    "* * * * *",
    "0 6 * * MON-FRI",
    "*/15,7 0-4,22 1-7,15-21 jan,6-8 *",
    "1-59/2 0-23/3 1-31/2 1-12/4 0-7/2",
    "0 0 ? * ?",
    "0 0 1 * ?",
    "0 0 1,L * 1-5",
    "0 0 */2 * *",
    "0 0 ? * */2",
    "0 0 * * mon#1,5#3",
    "0 0 ? * sun#5",
    "0 0 * * sat-sun",
    "0 0 * * sun-sun",
    "0 0 * jan-3 1-fri",
  ])("accepts %j, which every scheduler reads in the same way", (cron) => {
    expect(findCronProblem(cron, readCron)).toBeUndefined();
  });
});
