import { expect, test } from "vitest";
import { neededBy } from "../../../src/explain/needed-by.ts";
import { readPluginQuery } from "../../../src/explain/plugin-query.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

const { resolution } = tangledRegistry().graph(["floe.ingestion:lost", "floe.computes:gone"]);
const byKey = { plugin: "floe.dbt:x", dependency: "floe.computes:duckbd" } as const;
const graph = { resolution: { ...resolution, missing: [...resolution.missing, byKey] } };

test.each([
  ["duckbd", ["floe.dbt:x", "floe.ingestion:lost"]],
  ["compute/duckbd", ["floe.dbt:x", "floe.ingestion:lost"]],
  ["storage/duckbd", ["floe.ingestion:lost"]],
  ["floe.computes:gone", []],
  ["duckdb", []],
])("neededBy of %j are %j", (text, plugins) => {
  expect(neededBy(readPluginQuery(text), graph)).toEqual(plugins);
});
