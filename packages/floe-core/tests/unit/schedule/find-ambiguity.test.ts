import { describe, expect, test } from "vitest";
import { findAmbiguity } from "../../../src/schedule/find-ambiguity.ts";

describe("findAmbiguity", () => {
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
  ])("findAmbiguity finds nothing in %j", (text) => {
    expect(findAmbiguity(text)).toBeUndefined();
  });

  test.each([
    ["? * * * *", "?", "minute"],
    ["0 ? * * *", "?", "hour"],
    ["0 0 1 ? *", "?", "month"],
    ["0 0 ?/2 * *", "?/2", "day of the month"],
    ["*,5 * * * *", "*", "minute"],
    ["0 0 *,1 * 1", "*", "day of the month"],
    ["0 0 15W * *", "15W", "day of the month"],
    ["0 0 LW * *", "LW", "day of the month"],
    ["L * * * *", "L", "minute"],
    ["0 0 * * 5L", "5L", "weekday"],
    ["0 0 * * 5#L", "5#L", "weekday"],
    ["0 0 * * mon#1,fri", "mon#1", "weekday"],
    ["0 0 1 * mon#1", "mon#1", "weekday"],
    ["0 0 */2 * 1", "*/2", "day of the month"],
    ["0 0 1 * */2", "*/2", "weekday"],
    ["5-5 * * * *", "5-5", "minute"],
    ["5-05 * * * *", "5-05", "minute"],
    ["0 0 * jan-1 *", "jan-1", "month"],
    ["0 0 * * fri-5", "fri-5", "weekday"],
    ["0 0 * * FRI-Fri", "FRI-Fri", "weekday"],
    ["0 0 * * 7-sun", "7-sun", "weekday"],
    ["0 0 * * tue-8/4", "tue-8/4", "weekday"],
    ["0 17-24/5 * * *", "17-24/5", "hour"],
    ["0 0 * * +1", "+1", "weekday"],
  ])("findAmbiguity finds in %j the item %j of the %s", (text, item, field) => {
    expect(findAmbiguity(text)).toBe(`not every scheduler reads "${item}" as the ${field} in the same way`);
  });
});
