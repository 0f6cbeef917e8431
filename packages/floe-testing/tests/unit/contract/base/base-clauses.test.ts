import { expect, test } from "vitest";
import { BASE_CLAUSES } from "../../../../src/contract/base/base-clauses.ts";

test("BASE_CLAUSES cannot be changed by who uses them", () => {
  expect(Object.isFrozen(BASE_CLAUSES)).toBe(true);
});

test("BASE_CLAUSES each end the sentence 'The plugin ...', in words of their own", () => {
  const titles = BASE_CLAUSES.map(({ title }) => title);
  for (const title of titles) expect(title).toMatch(/^[a-z].*[^.]$/);
  expect(new Set(titles).size).toBe(titles.length);
});

test("BASE_CLAUSES come after clauses that are tried before them, those of the whole life apart", () => {
  const ids = BASE_CLAUSES.map(({ id }) => id);
  const early = BASE_CLAUSES.filter(({ id, after = [] }) => after.some((before) => ids.indexOf(before) > ids.indexOf(id)));
  // What they come after is tried first all the same; the list is in the order in which a plugin is lived with.
  expect(early.map(({ id }) => id)).toEqual([
    "configuration/accepts-what-its-schema-accepts",
    "startup/can-be-repeated",
    "health/is-honest",
  ]);
});
