import { describe, expect, test } from "vitest";
import { parsePreferences, tryParsePreferred } from "../../../../src/discovery/manifest/parse-preferences.ts";
import { GROUPS } from "../support/requests.ts";

describe("parsePreferences", () => {
  test("takes nothing for no preference", () => {
    expect(parsePreferences(undefined, GROUPS, "floe.prefer")).toEqual({ prefer: {}, rejections: [] });
  });

  test("keeps the good entries and sets the bad ones aside", () => {
    const value = { "floe.computes:duckdb": "a", "floe.dbt:core": "@s/b@1.2.3", "floe.dbt": "c", "floe.dbt:x": 1 };
    const { prefer, rejections } = parsePreferences(value, GROUPS, "floe.prefer");
    expect(prefer).toEqual({ "floe.computes:duckdb": "a", "floe.dbt:core": "@s/b@1.2.3" });
    expect(rejections.map(({ path, problem }) => [path, problem.code, problem.found])).toEqual([
      ["floe.prefer.floe.dbt", "prefer_invalid", '"floe.dbt"'],
      ["floe.prefer.floe.dbt:x", "prefer_invalid", "1"],
    ]);
  });

  test.each([[null], [[]], ["x"], [1]])("refuses %j altogether", (value) => {
    expect(parsePreferences(value, GROUPS, "prefer")).toMatchObject({
      prefer: {},
      rejections: [{ path: "prefer", problem: { code: "prefer_invalid" } }],
    });
  });

  test("names the group that was meant", () => {
    const { rejections } = parsePreferences({ "floe.compute:duckdb": "a" }, GROUPS, "prefer");
    expect(rejections[0]?.problem.remedy).toBe('Did you mean the group "floe.computes"?');
  });

  test.each(["floe.computes:DuckDB", "zzz:duckdb", "__proto__", "floe.computes:__proto__"])(
    "refuses the key %s",
    (key) => {
      const value: unknown = JSON.parse(`{ ${JSON.stringify(key)}: "a" }`);
      const { prefer, rejections } = parsePreferences(value, GROUPS, "prefer");
      expect(Object.keys(prefer)).toEqual([]);
      expect(rejections).toHaveLength(1);
      expect(rejections[0]?.problem.remedy).toContain('Write "prefer"');
    },
  );
});

describe("tryParsePreferred", () => {
  test.each([
    ["a", { name: "a" }],
    ["a@1.2.3", { name: "a", version: "1.2.3" }],
    ["@s/a", { name: "@s/a" }],
    ["@s/a@1.0.0-rc.1+b", { name: "@s/a", version: "1.0.0-rc.1+b" }],
    ["(static)", { name: "(static)" }],
  ])("reads %s", (text, expected) => {
    expect(tryParsePreferred(text)).toEqual(expected);
  });

  test.each(["", "@", "a@", "a@1", "a@^1.0.0", "a@b@1.0.0", "a b", "a\n"])("refuses %j", (text) => {
    expect(tryParsePreferred(text)).toBeUndefined();
  });
});
