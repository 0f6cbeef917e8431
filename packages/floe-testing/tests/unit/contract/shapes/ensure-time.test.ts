import { expect, test } from "vitest";
import { ensureTime } from "../../../../src/contract/shapes/ensure-time.ts";

test("ensureTime gives a time in milliseconds", () => {
  expect(ensureTime("1970-01-01T00:00:01Z", "x")).toBe(1000);
  expect(ensureTime("1970-01-01T00:00:01.250Z", "x")).toBe(1250);
});

test.each([0, new Date(0), "1970-01-01", "1970-01-01T00:00:01", "1970-01-01T00:00:01+02:00", "1970-13-01T00:00:00Z", "soon"])(
  "ensureTime refuses %j",
  (value) => {
    expect(() => ensureTime(value, "expiresAt")).toThrow("expiresAt is no time");
  },
);
