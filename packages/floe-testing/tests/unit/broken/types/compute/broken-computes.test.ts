import { expect, test } from "vitest";
import { BROKEN_COMPUTES } from "../../../../../src/broken/types/compute/broken-computes.ts";

test("BROKEN_COMPUTES break promises of their type alone, and each another way", () => {
  expect(BROKEN_COMPUTES.filter(({ violates }) => !violates.startsWith("compute/"))).toEqual([]);
  expect(new Set(BROKEN_COMPUTES.map(({ title }) => title)).size).toBe(BROKEN_COMPUTES.length);
});
