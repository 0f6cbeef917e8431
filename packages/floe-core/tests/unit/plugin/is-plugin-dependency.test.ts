import { describe, expect, test } from "vitest";
import { isPluginDependency } from "../../../src/plugin/is-plugin-dependency.ts";

describe("isPluginDependency", () => {
  test.each([
    "duckdb",
    "floe.computes:duckdb",
    { name: "duckdb" },
    { type: "floe.computes" },
    { type: "floe.computes", name: "duckdb", version: "^1.0.0", optional: true },
    { name: "duckdb", version: undefined, optional: false },
  ])("isPluginDependency accepts %j", (value) => {
    expect(isPluginDependency(value)).toBe(true);
  });

  test.each([
    "",
    null,
    undefined,
    5,
    [],
    ["duckdb"],
    {},
    { version: "^1.0.0" },
    { name: "" },
    { name: 5 },
    { type: "floe.computes", name: null },
    { name: "duckdb", optional: "yes" },
    { name: "duckdb", versoin: "^1.0.0" },
    () => "duckdb",
  ])("isPluginDependency refuses %j", (value) => {
    expect(isPluginDependency(value)).toBe(false);
  });
});
