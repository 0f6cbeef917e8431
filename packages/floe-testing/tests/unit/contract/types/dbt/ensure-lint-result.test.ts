import { expect, test } from "vitest";
import { ensureLintResult } from "../../../../../src/contract/types/dbt/ensure-lint-result.ts";

const ISSUE = { file: "models/orders.sql", line: 1, column: 1, rule: "LT01", message: "spacing" };

test("ensureLintResult takes issues, and none", () => {
  for (const issues of [[ISSUE], []]) expect(() => ensureLintResult({ success: true, issues }, "x")).not.toThrow();
});

test.each([
  [{ success: 1, issues: [] }, "success"],
  [{ success: true }, "issues of lintProject are no list"],
  [{ success: true, issues: [{ ...ISSUE, file: "" }] }, "file"],
  [{ success: true, issues: [{ ...ISSUE, line: 0 }] }, "line of an issue of lintProject does not count from 1"],
  [{ success: true, issues: [{ ...ISSUE, column: 1.5 }] }, "column"],
  [{ success: true, issues: [{ ...ISSUE, rule: null }] }, "rule"],
  [{ success: true, issues: [{ ...ISSUE, message: undefined }] }, "message"],
])("ensureLintResult refuses %j", (result, reason) => {
  expect(() => ensureLintResult(result, "lintProject")).toThrow(reason);
});
