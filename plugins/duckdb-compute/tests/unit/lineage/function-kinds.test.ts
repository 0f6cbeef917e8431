import { expect, test } from "vitest";
import { functionKinds, type ListedFunction } from "../../../src/lineage/function-kinds.ts";

const listed = (name: string, type: string, definition: string | null = null, internal = true): ListedFunction => ({ name, type, internal, definition });

const kindOf = functionKinds([
  listed("sum", "aggregate"),
  listed("Upper", "scalar"),
  listed("both", "scalar"),
  listed("both", "aggregate"),
  listed("made", "scalar"),
  listed("made", "macro", "v", false),
  listed("mean", "macro", '("sum"(v) / upper(v))'),
  listed("deep", "macro", "CAST(mean(v) AS VARCHAR)"),
  listed("plain", "macro", "CASE WHEN ((v = 'sum')) THEN (upper(v)) END"),
  listed("same", "scalar"),
  listed("same", "macro", '"system".main.same()'),
  listed("reads", "macro", "(SELECT max(v) FROM t)"),
  listed("rows", "macro", "unnest(v)"),
  listed("void", "macro"),
]);

test.each([
  ["SUM", "aggregate"],
  ["upper", "scalar"],
  ["mean", "aggregate"],
  ["deep", "aggregate"],
  ["plain", "scalar"],
  ["same", "scalar"],
  ["both", undefined],
  ["made", undefined],
  ["reads", undefined],
  ["rows", undefined],
  ["void", undefined],
  ["nosuch", undefined],
])("functionKinds says of %s: %s", (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});
