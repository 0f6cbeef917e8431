import { describe, expect, test } from "vitest";
import type { DagsterCheck } from "../../../src/definitions/dagster-document.ts";
import { judgeCheck } from "../../../src/step/judge-check.ts";

const check: DagsterCheck = {
  name: "enough",
  description: null,
  severity: "ERROR",
  blocking: false,
  minRows: null,
  maxRows: null,
  columns: null,
};
const columns = [{ name: "id", type: "BIGINT" }, { name: "Amount", type: "BIGINT" }];

function judge(asserted: Partial<DagsterCheck>, rows?: number) {
  const step = rows === undefined ? { durationMs: 1 } : { durationMs: 1, rows };
  const { passed, metadata } = judgeCheck({ ...check, ...asserted }, { step, columns, columnLineage: null });
  return [passed, metadata["rows"]?.raw_value, metadata["reason"]?.raw_value];
}

describe("judgeCheck", () => {
  test.each([
    [{ minRows: 3 }, true, undefined],
    [{ minRows: 4 }, false, "3 rows are fewer than 4"],
    [{ maxRows: 3 }, true, undefined],
    [{ maxRows: 2 }, false, "3 rows are more than 2"],
    [{ columns: ["ID", "amount"] }, true, undefined],
    [{ columns: ["id", "date", "place"] }, false, "there is no column date, place"],
    [{ minRows: 9, columns: ["date"] }, false, "3 rows are fewer than 9; there is no column date"],
  ])("judges %j", (asserted, passed, reason) => {
    expect(judge(asserted, 3)).toEqual([passed, 3, reason]);
  });

  test.each([{ minRows: 0 }, { maxRows: 9 }])("does not pass %j where rows are not known", (asserted) => {
    expect(judge(asserted)).toEqual([false, undefined, "the rows are not known, as of a view"]);
  });

  test("judges the columns of a view", () => {
    expect(judge({ columns: ["id"] })).toEqual([true, undefined, undefined]);
  });
});
