import { expect, test } from "vitest";
import { ensureRunResult } from "../../../../../src/contract/types/dbt/ensure-run-result.ts";

const NODE = { id: "model.shop.orders", status: "error", durationMs: 3, message: "no such table" };
const RESULT = { success: false, durationMs: 5, nodes: [NODE] };

test("ensureRunResult takes a run that failed, and one of nothing", () => {
  for (const result of [RESULT, { success: true, durationMs: 0, nodes: [] }]) expect(() => ensureRunResult(result, "x")).not.toThrow();
});

test.each([
  [null, "runModels is no object"],
  [{ ...RESULT, success: "yes" }, "success of runModels"],
  [{ ...RESULT, durationMs: undefined }, "durationMs of runModels"],
  [{ ...RESULT, nodes: {} }, "nodes of runModels"],
  [{ ...RESULT, nodes: [{ ...NODE, id: "" }] }, "id of a node"],
  [{ ...RESULT, nodes: [{ ...NODE, status: 1 }] }, "status of model.shop.orders"],
  [{ ...RESULT, nodes: [{ ...NODE, durationMs: -1 }] }, "durationMs of model.shop.orders"],
  [{ ...RESULT, nodes: [{ ...NODE, message: 1 }] }, "message of model.shop.orders"],
  [{ ...RESULT, nodes: [NODE, NODE] }, "runModels has a node twice"],
])("ensureRunResult refuses %j", (result, reason) => {
  expect(() => ensureRunResult(result, "runModels")).toThrow(reason);
});
