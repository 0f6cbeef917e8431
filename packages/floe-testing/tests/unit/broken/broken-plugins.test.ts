import { PluginType } from "floe-core";
import { expect, test } from "vitest";
import { brokenPlugins } from "../../../src/broken/broken-plugins.ts";
import { contractClauses } from "../../../src/contract/contract-clauses.ts";

test("brokenPlugins have ids that are unique and kebab-case", () => {
  const ids = brokenPlugins.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("brokenPlugins break every clause of the contract at least once", () => {
  // Clauses about modules, `import/...`, are tried of packages alone, and are not among those of a type.
  const broken = new Set<string>(brokenPlugins.map(({ violates }) => violates));
  const clauses = Object.values(PluginType).flatMap((type) => contractClauses(type).map(({ id }) => id));
  expect(new Set(clauses).size).toBeGreaterThan(100);
  const missed = [...new Set(clauses)].filter((id) => !broken.has(id));
  expect(missed).toEqual([]);
});

test("brokenPlugins each say what is wrong in words of their own", () => {
  const titles = brokenPlugins.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test("brokenPlugins cannot be changed by who uses them", () => {
  expect(Object.isFrozen(brokenPlugins)).toBe(true);
  expect(brokenPlugins.every((plugin) => Object.isFrozen(plugin))).toBe(true);
});
