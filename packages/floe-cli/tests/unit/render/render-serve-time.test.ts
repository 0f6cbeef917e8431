import { describe, expect, test } from "vitest";
import { renderServeTime } from "../../../src/render/render-serve-time.ts";

describe("renderServeTime", () => {
  test.each([
    ["UTC", "2026-01-01T00:00:00.000Z", "2026-01-01 00:00:00 +00:00"],
    ["Europe/Berlin", "2026-03-29T00:59:59.999Z", "2026-03-29 01:59:59 +01:00"],
    ["Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-29 03:00:00 +02:00"],
    ["Europe/Berlin", "2026-10-25T00:30:00.000Z", "2026-10-25 02:30:00 +02:00"],
    ["Europe/Berlin", "2026-10-25T01:30:00.000Z", "2026-10-25 02:30:00 +01:00"],
    ["America/New_York", "2026-01-01T05:00:00.000Z", "2026-01-01 00:00:00 -05:00"],
    ["Asia/Kolkata", "2026-12-31T18:30:00.000Z", "2027-01-01 00:00:00 +05:30"],
  ])("renderServeTime in %s shows %s as %s", (zone, iso, text) => {
    expect(renderServeTime(zone)(iso)).toBe(text);
  });
});
