import { describe, expect, test } from "vitest";
import { readDependency } from "../../../src/dependencies/read-dependency.ts";
import type { PluginDependency } from "../../../src/plugin/plugin-dependency.ts";

describe("readDependency", () => {
  test.each<[PluginDependency, string, string]>([
    ["duckdb", "name", "duckdb"],
    ["floe.computes:duckdb", "key", "floe.computes:duckdb"],
    [{ name: "duckdb" }, "name", "duckdb"],
    [{ name: "floe.computes:duckdb" }, "key", "floe.computes:duckdb"],
    [{ type: "floe.computes", name: "duckdb" }, "key", "floe.computes:duckdb"],
    [{ type: "floe.computes" }, "type", "floe.computes"],
    [{}, "name", ""],
  ])("readDependency reads %j as the %s %s", (dependency, by, text) => {
    expect(readDependency(dependency)).toEqual({ by, text, range: undefined, optional: false });
  });

  test("readDependency passes on range and optional", () => {
    expect(readDependency({ name: "duckdb", version: "^1.0.0", optional: true })).toEqual({
      by: "name",
      text: "duckdb",
      range: "^1.0.0",
      optional: true,
    });
  });
});
