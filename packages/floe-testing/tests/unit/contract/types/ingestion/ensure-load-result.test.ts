import { expect, test } from "vitest";
import { ensureLoadResult } from "../../../../../src/contract/types/ingestion/ensure-load-result.ts";

const RESULT = { success: true, rowsLoaded: 2, bytesWritten: 10, durationMs: 0.5, errors: [] };

test("ensureLoadResult says whether a load succeeded", () => {
  expect(ensureLoadResult(RESULT, "x")).toBe(true);
  expect(ensureLoadResult({ ...RESULT, success: false, errors: ["full"] }, "x")).toBe(false);
});

test.each([
  [undefined, "run is no object"],
  [{ ...RESULT, success: 1 }, "success"],
  [{ ...RESULT, rowsLoaded: -1 }, "rowsLoaded"],
  [{ ...RESULT, bytesWritten: 1.5 }, "bytesWritten of run is no whole number"],
  [{ ...RESULT, durationMs: "1" }, "durationMs"],
  [{ ...RESULT, errors: null }, "errors"],
  [{ ...RESULT, success: false }, "run failed, and says nothing of why"],
])("ensureLoadResult refuses %j", (result, reason) => {
  expect(() => ensureLoadResult(result, "run")).toThrow(reason);
});
