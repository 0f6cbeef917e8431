import { expect, test } from "vitest";
import { clausesOf } from "../../../src/contract/clauses-of.ts";
import { keptContract } from "../../support/contract-reports.ts";

test("clausesOf gives every clause with its owner, the package first", () => {
  expect(clausesOf(keptContract).map(({ of, outcome }) => [of, outcome.clause])).toEqual([
    ["my-plugin", "package/packs"],
    ["floe.dbt:mine", "startup/ends"],
  ]);
});
