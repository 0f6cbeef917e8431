import { describe, expect, test } from "vitest";
import { UnknownSelectionError } from "../../../src/orchestration/unknown-selection-error.ts";
import { planRun, type PlannedStep } from "../../../src/orchestration/plan-run.ts";
import { transform } from "../../support/orchestration.ts";

const needs = (steps: readonly PlannedStep[]): Record<string, readonly string[]> =>
  Object.fromEntries(steps.map((step) => [step.transform.name, step.needs]));

const list = [transform("a"), transform("b", ["a"]), transform("c", ["b", "a"]), transform("d", ["c", "b"])];

describe("planRun", () => {
  test("plans every transform without a selection", () => {
    expect(needs(planRun(list, undefined))).toEqual({ a: [], b: ["a"], c: ["b", "a"], d: ["c", "b"] });
  });

  test("plans in dependency order, whatever the order of the selection", () => {
    expect(planRun(list, ["d", "a", "d"]).map((step) => step.transform.name)).toEqual(["a", "d"]);
  });

  test("takes a dependency that is not selected as already there", () => {
    expect(needs(planRun(list, ["b"]))).toEqual({ b: [] });
  });

  test("waits for a selected transform through dependencies that are not selected", () => {
    expect(needs(planRun(list, ["a", "d"]))).toEqual({ a: [], d: ["a"] });
  });

  test("plans nothing for an empty selection", () => {
    expect(planRun(list, [])).toEqual([]);
  });

  test("refuses names that are no transforms, all at once and with the nearest", () => {
    const orders = [transform("orders"), transform("items")];
    expect(() => planRun(orders, ["ordrs", "items", "zzzzzzzz"])).toThrow(UnknownSelectionError);
    expect(() => planRun(orders, ["ordrs", "items", "zzzzzzzz"])).toThrow(
      expect.objectContaining({
        unknown: [
          { name: "ordrs", nearest: "orders" },
          { name: "zzzzzzzz", nearest: undefined },
        ],
        available: ["orders", "items"],
      }),
    );
  });
});
