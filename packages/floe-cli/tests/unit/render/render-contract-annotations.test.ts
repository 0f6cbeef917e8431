import path from "node:path";
import { expect, test } from "vitest";
import { renderContractAnnotations } from "../../../src/render/render-contract-annotations.ts";
import { brokenContract, keptContract } from "../../support/contract-reports.ts";

test("renderContractAnnotations annotates every broken clause, on the package.json", () => {
  const root = path.resolve("checkout");
  const file = path.join(root, "package.json");
  expect(renderContractAnnotations(brokenContract, file, root)).toBe(
    "::error file=package.json,title=floe contract%3A startup/ends::floe.dbt:mine: the plugin keeps startup/ends%0Astartup did not end: \u001B[2J <&>",
  );
  expect(renderContractAnnotations(keptContract, file, root)).toBe("");
});
