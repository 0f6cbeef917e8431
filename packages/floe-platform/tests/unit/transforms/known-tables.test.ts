import { describe, expect, test } from "vitest";
import { KnownTables } from "../../../src/transforms/known-tables.ts";

const known = new KnownTables(
  [
    { name: "Daily", schema: undefined },
    { name: "staged", schema: "Staging" },
    { name: "day", schema: undefined },
  ],
  [{ name: "raw_flights" }],
);

describe("KnownTables", () => {
  test.each([
    ["daily", { kind: "transform", name: "Daily" }],
    ["main.DAILY", { kind: "transform", name: "Daily" }],
    ["public.daily", { kind: "transform", name: "Daily" }],
    ["db.main.daily", { kind: "transform", name: "Daily" }],
    ["staged", { kind: "transform", name: "staged" }],
    ["staging.staged", { kind: "transform", name: "staged" }],
    ["RAW_FLIGHTS", { kind: "source" }],
    ["archive.daily", { kind: "other" }],
    ["main.staged", { kind: "other" }],
    ["main.raw_flight", { kind: "other" }],
    ["dayly", { kind: "slip", nearest: "Daily" }],
    ["raw_flight", { kind: "slip", nearest: "raw_flights" }],
    ["dey", { kind: "other" }],
    ["customers", { kind: "other" }],
  ])("meaningOf says what %s stands for", (table, meaning) => {
    expect(known.meaningOf(table)).toEqual(meaning);
  });

  test("findTransform finds transforms only, in whatever case", () => {
    expect(known.findTransform("DAILY")).toBe("Daily");
    expect(known.findTransform("raw_flights")).toBeUndefined();
    expect(known.transformNames).toEqual(["Daily", "staged", "day"]);
  });
});
