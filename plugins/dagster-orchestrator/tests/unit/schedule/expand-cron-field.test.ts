import { describe, expect, test } from "vitest";
import { expandCronField, type CronField } from "../../../src/schedule/expand-cron-field.ts";

const day: CronField = { name: "day of the month", min: 1, max: 31, names: new Map(), isDay: true };
const weekday: CronField = { name: "weekday", min: 0, max: 6, names: new Map([["sun", 0], ["mon", 1], ["fri", 5]]), isDay: true };

describe("expandCronField", () => {
  test.each([
    ["30/5", day, { values: [30], isFree: false }],
    ["29-l", day, { values: [29, 30, 31], isFree: false }],
    ["l,3", day, { values: [3], isFree: true }],
    ["?", day, { values: [], isFree: true }],
    ["*,5", weekday, { values: [5], isFree: true }],
    ["fri-7", weekday, { values: [5, 6, 0], isFree: false }],
    ["mon-fri#2", weekday, { values: [1, 2, 3, 4, 5], isFree: false }],
    ["l5,fri#1", weekday, { values: [5], isFree: false }],
  ])("reads %j", (text, field, answer) => expect(expandCronField(text, field)).toEqual(answer));

  test.each([["0", day], ["l/2", day], ["l-3", day], ["0-5", day], ["8", weekday], ["mon#6", weekday], ["1-5#2", weekday], ["mon,", weekday], ["l", weekday]])(
    "refuses %j",
    (text, field) => expect(expandCronField(text, field)).toHaveProperty("fault"),
  );
});
