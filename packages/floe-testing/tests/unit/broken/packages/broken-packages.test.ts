import { expect, test } from "vitest";
import { brokenPackages } from "../../../../src/broken/packages/broken-packages.ts";

test("brokenPackages have ids that are unique and kebab-case, and titles of their own", () => {
  const ids = brokenPackages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(new Set(brokenPackages.map(({ title }) => title)).size).toBe(ids.length);
});

test("brokenPackages cannot be changed by who uses them", () => {
  expect(Object.isFrozen(brokenPackages)).toBe(true);
  expect(brokenPackages.every((one) => Object.isFrozen(one))).toBe(true);
});
