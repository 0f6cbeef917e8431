import { describe, expect, test } from "vitest";
import { GROUP_PATTERN, isPluginName, pluginKey, tryParsePluginKey } from "../../src/plugin-key.ts";

describe("isPluginName", () => {
  test.each(["duckdb", "d", "duck-db", "duck_db", "s3", "a1-b2_c3", "a".repeat(64)])("isPluginName accepts %s", (name) => {
    expect(isPluginName(name)).toBe(true);
  });

  test.each([
    "",
    "DuckDB",
    "1duck",
    "-duck",
    "duck-",
    "duck--db",
    "duck-_db",
    "duck db",
    "duck.db",
    "duck\n",
    "dück",
    "__proto__",
    "a".repeat(65),
    5,
    null,
    undefined,
    ["duckdb"],
  ])("isPluginName refuses %j", (name) => {
    expect(isPluginName(name)).toBe(false);
  });
});

describe("GROUP_PATTERN", () => {
  test.each(["floe.computes", "floe.data_contracts", "floe.v2"])("GROUP_PATTERN accepts %s", (group) => {
    expect(group).toMatch(GROUP_PATTERN);
  });

  test.each(["computes", "floe.", "floe.Computes", "floe.a.b", "floe.a__b", "floe.a-b", "floe._a", "xfloe.a"])(
    "GROUP_PATTERN refuses %s",
    (group) => {
      expect(group).not.toMatch(GROUP_PATTERN);
    },
  );
});

describe("pluginKey", () => {
  test("pluginKey joins group and name with a colon", () => {
    expect(pluginKey("floe.computes", "duckdb")).toBe("floe.computes:duckdb");
  });
});

describe("tryParsePluginKey", () => {
  test("tryParsePluginKey splits at the first colon", () => {
    expect(tryParsePluginKey("floe.computes:duck:db")).toStrictEqual({ type: "floe.computes", name: "duck:db" });
  });

  test("tryParsePluginKey is undefined for text without a colon", () => {
    expect(tryParsePluginKey("duckdb")).toBeUndefined();
  });
});
