import { describe, expect, test } from "vitest";
import { parseCron } from "../../../src/schedule/parse-cron.ts";
import { countTimes } from "../../../src/serve/count-times.ts";

const hourly = parseCron("@hourly", "UTC");
const at = (time: string): Date => new Date(`2026-01-01T${time}Z`);

describe("countTimes", () => {
  test("countTimes leaves out the time it begins after, and counts the one it ends with", () => {
    expect(countTimes(hourly, at("01:00:00"), at("03:00:00"))).toEqual({
      count: 2,
      hasMore: false,
      first: at("02:00:00"),
      last: at("03:00:00"),
    });
  });

  test("countTimes counts a single time", () => {
    expect(countTimes(hourly, at("01:59:59.999"), at("02:30:00"))).toMatchObject({ count: 1, first: at("02:00:00"), last: at("02:00:00") });
  });

  test.each([
    ["too short a span", "01:00:00", "01:59:59.999"],
    ["an empty one", "01:30:00", "01:30:00"],
    ["one that ends before it begins", "05:00:00", "01:00:00"],
  ])("countTimes finds nothing in %s", (_, after, until) => {
    expect(countTimes(hourly, at(after), at(until))).toBeUndefined();
  });

  test("countTimes counts 1,000 and says whether there are more", () => {
    const minutely = parseCron("* * * * *", "UTC");
    expect(countTimes(minutely, at("00:00:00"), at("16:40:00"))).toEqual({
      count: 1_000,
      hasMore: false,
      first: at("00:01:00"),
      last: at("16:40:00"),
    });
    expect(countTimes(minutely, at("00:00:00"), at("16:41:00"))).toMatchObject({ count: 1_000, hasMore: true, last: at("16:40:00") });
  });
});
