import { expect, test } from "vitest";
import { isAskedFor, readPluginQuery } from "../../../src/explain/plugin-query.ts";

const plugin = { type: "floe.computes", name: "duckdb", package: undefined };

test.each([
  ["floe.computes:duckdb", plugin],
  ["computes/duckdb", plugin],
  ["compute/duckdb", plugin],
  ["compute:duckdb", plugin],
  ["duckdb", { type: undefined, name: "duckdb", package: "duckdb" }],
  ["floe-duckdb-compute", { type: undefined, name: "floe-duckdb-compute", package: "floe-duckdb-compute" }],
  ["@acme/plugins", { type: undefined, name: undefined, package: "@acme/plugins" }],
  ["nonsense/duckdb", { type: "nonsense", name: "duckdb", package: undefined }],
  ["..", { type: undefined, name: "..", package: undefined }],
  ["@acme/../..", { type: undefined, name: undefined, package: undefined }],
  ["", { type: undefined, name: "", package: undefined }],
])("readPluginQuery(%j) asks for %j", (text, query) => {
  expect(readPluginQuery(text)).toEqual({ text, ...query });
});

test("isAskedFor goes by the name, and by the type where one is stated", () => {
  const duckdb = { type: "floe.computes", name: "duckdb" };
  expect(isAskedFor(duckdb, readPluginQuery("duckdb"))).toBe(true);
  expect(isAskedFor(duckdb, readPluginQuery("compute/duckdb"))).toBe(true);
  expect(isAskedFor(duckdb, readPluginQuery("storage/duckdb"))).toBe(false);
  expect(isAskedFor(duckdb, readPluginQuery("@acme/duckdb"))).toBe(false);
});
