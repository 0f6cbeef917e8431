import { expect, test } from "vitest";
import { pluginSummary } from "../../../src/json/plugin-summary.ts";
import { plugins } from "../../support/results.ts";

test("pluginSummary says null for a plugin that no package brought", () => {
  expect(plugins.map(pluginSummary)).toEqual([
    { key: "floe.computes:duckdb", version: "1.2.3", package: "floe-duckdb-compute" },
    { key: "floe.orchestrators:local", version: "2.0.0", package: null },
  ]);
});
