import { expect, test } from "vitest";
import { skippedPlugin } from "../../../src/explain/skipped-plugin.ts";

test.each([
  ["floe.computes.duckdb", { key: "floe.computes:duckdb", type: "floe.computes", name: "duckdb" }],
  ["floe.computes.Duck.DB", { key: "floe.computes:Duck.DB", type: "floe.computes", name: "Duck.DB" }],
  ["floe.computes", undefined],
  ["floe.prefer.floe.computes:duckdb", undefined],
  ["dependencies.zod", undefined],
  ["", undefined],
])("skippedPlugin of a verdict on %j is %j", (path, plugin) => {
  expect(skippedPlugin({ path })).toEqual(plugin);
});
