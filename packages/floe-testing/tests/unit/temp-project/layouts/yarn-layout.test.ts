import { expect, test } from "vitest";
import { yarnNodeModules } from "../../../../src/temp-project/layouts/yarn-layout.ts";
import { exampleGraph, foldersOf } from "../../../support/layout-graph.ts";

test("yarnNodeModules hoists, and leaves Yarn's files", () => {
  const placement = yarnNodeModules(exampleGraph());
  expect(foldersOf(placement)).toMatchObject({ "node_modules/ms": "ms", "node_modules/@x/mime": "@x/mime" });
  expect(Object.keys(placement.files)).toEqual([".yarnrc.yml", "yarn.lock", "node_modules/.yarn-state.yml"]);
  expect(placement.files["node_modules/.yarn-state.yml"]).toContain('"@x/mime@npm:1.6.0":\n  locations:\n    - "node_modules/@x/mime"\n');
});
