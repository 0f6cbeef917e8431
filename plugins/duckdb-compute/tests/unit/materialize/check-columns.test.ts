import type { MaterializeRequest } from "floe-core";
import { describe, expect, test } from "vitest";
import { checkKeyColumns, checkSameColumns, isKeyed } from "../../../src/materialize/check-columns.ts";
import { caught } from "../../support/caught.ts";

const request = (more: Partial<MaterializeRequest>): MaterializeRequest => ({ name: "t", sql: "", materialization: "incremental", ...more });

describe("checkKeyColumns", () => {
  test("accepts what the SELECT has, in any case", () => {
    for (const more of [{}, { uniqueKey: [] }, { uniqueKey: ["ID"] }, { watermark: "At" }, { uniqueKey: ["id"], watermark: "nosuch" }]) {
      expect(() => checkKeyColumns(request(more), ["id", "at"])).not.toThrow();
    }
  });

  test("refuses what it has not", async () => {
    expect(await caught(() => checkKeyColumns(request({ uniqueKey: ["id", "x", "y"] }), ["id"]))).toMatchObject({
      code: "FLOE_DUCKDB_INCREMENTAL",
      message: "Cannot update the incremental table: the SELECT has no column x, y",
    });
    expect(await caught(() => checkKeyColumns(request({ watermark: "at" }), ["id"]))).toMatchObject({ code: "FLOE_DUCKDB_INCREMENTAL" });
  });
});

describe("checkSameColumns", () => {
  test("accepts the same columns in any order and case", () => {
    expect(() => checkSameColumns(["B", "a"], ["A", "b"])).not.toThrow();
  });

  test.each([
    [["a", "b"], ["a"], "the table has no column b"],
    [["a"], ["a", "b"], "the SELECT has no column b"],
    [["a", "c"], ["a", "b"], "the table has no column c; the SELECT has no column b"],
  ])("refuses %j for a table of %j", async (selected, existing, reason) => {
    expect(await caught(() => checkSameColumns(selected, existing))).toMatchObject({
      code: "FLOE_DUCKDB_INCREMENTAL",
      message: `Cannot update the incremental table: ${reason}`,
    });
  });
});

test("isKeyed takes an empty key for none", () => {
  expect([isKeyed(undefined), isKeyed([]), isKeyed(["a"])]).toEqual([false, false, true]);
});
