import { expect, test } from "vitest";
import { BROKEN_SECRETS } from "../../../../../src/broken/types/secrets/broken-secrets.ts";

test("BROKEN_SECRETS break promises of their type alone, and each another way", () => {
  expect(BROKEN_SECRETS.filter(({ violates }) => !violates.startsWith("secrets/"))).toEqual([]);
  expect(new Set(BROKEN_SECRETS.map(({ title }) => title)).size).toBe(BROKEN_SECRETS.length);
});
