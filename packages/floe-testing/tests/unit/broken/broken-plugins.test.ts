import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brokenPlugins } from "../../../src/broken/broken-plugins.ts";

test("brokenPlugins have ids that are unique and kebab-case", () => {
  const ids = brokenPlugins.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("brokenPlugins break every clause of the contract at least once", () => {
  const source = readFileSync(join(import.meta.dirname, "../../../src/broken/broken-plugin.ts"), "utf8");
  const clauses = [...source.matchAll(/^ {2}\| "([a-z]+\/[a-z-]+)"/gm)].map(([, clause]) => clause);
  expect(clauses.length).toBeGreaterThan(40);
  expect([...new Set<string>(brokenPlugins.map(({ violates }) => violates))].sort()).toEqual(clauses.sort());
});

test("brokenPlugins each say what is wrong in words of their own", () => {
  const titles = brokenPlugins.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test("brokenPlugins cannot be changed by who uses them", () => {
  expect(Object.isFrozen(brokenPlugins)).toBe(true);
  expect(brokenPlugins.every((plugin) => Object.isFrozen(plugin))).toBe(true);
});
