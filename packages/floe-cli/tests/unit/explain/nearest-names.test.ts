import { expect, test } from "vitest";
import { nearestNames } from "../../../src/explain/nearest-names.ts";
import { readPluginQuery } from "../../../src/explain/plugin-query.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

const infos = tangledRegistry().list();
const packages = ["floe-duckdb-compute", "floe-local-orchestrator"];

test.each([
  ["duckbd", ["floe.computes:duckdb"]],
  ["storage/duckdb", ["floe.computes:duckdb"]],
  ["compute/sprak", ["floe.computes:spark"]],
  ["floe.computes:duckd", ["floe.computes:duckdb"]],
  ["floe-duckbd-compute", ["floe-duckdb-compute"]],
  ["nothing-like-it", []],
  ["@acme/x", []],
])("nearestNames to %j are %j", (text, names) => {
  expect(nearestNames(readPluginQuery(text), infos, packages)).toEqual(names);
});
