import { expect, test } from "vitest";
import { statedDependency } from "../../../src/graph/stated-dependency.ts";

test.each([
  ["duckdb", { by: "name", text: "duckdb", range: null, optional: false }],
  ["floe.computes:duckdb", { by: "key", text: "floe.computes:duckdb", range: null, optional: false }],
  [{ name: "duckdb", version: "^1" }, { by: "name", text: "duckdb", range: "^1", optional: false }],
  [{ type: "floe.computes", name: "duckdb", optional: true }, { by: "key", text: "floe.computes:duckdb", range: null, optional: true }],
  [{ type: "floe.computes" }, { by: "type", text: "floe.computes", range: null, optional: false }],
  [{}, { by: "name", text: "", range: null, optional: false }],
])("statedDependency tells the parts of %j apart", (dependency, stated) => {
  expect(statedDependency(dependency)).toEqual(stated);
});
