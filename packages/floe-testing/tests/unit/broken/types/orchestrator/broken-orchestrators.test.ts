import { expect, test } from "vitest";
import { BROKEN_ORCHESTRATORS } from "../../../../../src/broken/types/orchestrator/broken-orchestrators.ts";

test("BROKEN_ORCHESTRATORS break promises of their type alone, and each another way", () => {
  expect(BROKEN_ORCHESTRATORS.filter(({ violates }) => !violates.startsWith("orchestrator/"))).toEqual([]);
  expect(new Set(BROKEN_ORCHESTRATORS.map(({ title }) => title)).size).toBe(BROKEN_ORCHESTRATORS.length);
});
