import { describe, expect, test } from "vitest";
import { findTimeZone } from "../../../src/schedule/find-time-zone.ts";

describe("findTimeZone", () => {
  test.each(["UTC", "Etc/GMT+1", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kolkata", "Asia/Calcutta", "US/Eastern"])(
    "findTimeZone knows %s",
    (name) => {
      expect(findTimeZone(name)).toEqual({ isValid: true });
    },
  );

  test.each([
    ["Europe/Berln", "Europe/Berlin"],
    ["UTV", "UTC"],
    ["europe/berlin", "Europe/Berlin"],
    ["utc", "UTC"],
    ["asia/kolkata", undefined],
    ["+01:00", undefined],
    ["GMT+1", undefined],
    ["Nowhere", undefined],
    ["", undefined],
  ])("findTimeZone refuses %j, for which the nearest is %s", (name, nearest) => {
    const answer = findTimeZone(name);
    expect(answer.isValid).toBe(false);
    expect(answer.nearest).toBe(nearest);
  });
});
