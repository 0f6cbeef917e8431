import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderContract, renderContractDetails, renderContractSummary } from "../../../src/render/render-contract.ts";
import { brokenContract, keptContract } from "../../support/contract-reports.ts";

describe("renderContract", () => {
  test("renderContract counts by package and plugin, and shows each broken clause with its promise and what was seen", () => {
    expect(renderContract(brokenContract, plainTheme).split("\n")).toEqual([
      "CONTRACT         KEPT  BROKEN  SKIPPED  UNTRIED   TIME",
      "my-plugin 1.2.3     1       0        0        0   0 ms",
      "floe.dbt:mine       1       1        1        2  4.0 s",
      "",
      "broken: startup/ends in floe.dbt:mine",
      "  The plugin keeps startup/ends.",
      "  startup did not end: \u001B[2J <&>",
    ]);
  });

  test("renderContract is the counts alone where nothing is broken", () => {
    expect(renderContract(keptContract, plainTheme).split("\n")).toHaveLength(3);
  });
});

describe("renderContractDetails", () => {
  test("renderContractDetails lists what was skipped with its reason, and sums up what was untried", () => {
    expect(renderContractDetails(brokenContract, plainTheme).split("\n")).toEqual([
      "skipped: configuration/refuses-unknown-keys in floe.dbt:mine: its engine has settings of its own",
      "untried: 2 clauses in floe.dbt:mine: see startup/ends",
    ]);
    expect(renderContractDetails(keptContract, plainTheme)).toBe("");
  });
});

describe("renderContractSummary", () => {
  test("renderContractSummary is the whole in one line", () => {
    expect(renderContractSummary(keptContract, plainTheme)).toBe("Contract kept: 2 clauses, 2 kept, 1.5 s in all");
    expect(renderContractSummary(brokenContract, plainTheme)).toBe(
      "Contract broken: 6 clauses, 2 kept, 1 broken, 1 skipped, 2 untried, 1.5 s in all",
    );
  });
});
