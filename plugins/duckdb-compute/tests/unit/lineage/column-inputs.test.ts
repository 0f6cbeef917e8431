import { expect, test } from "vitest";
import { columnInput, combineInputs, NO_INPUTS, sortInputs, transformInputs } from "../../../src/lineage/column-inputs.ts";

test("combineInputs keeps each column once, as what changes it most", () => {
  const sum = transformInputs(columnInput("t", "a"), "AGGREGATION");
  for (const order of [[columnInput("t", "a"), sum], [sum, columnInput("T", "A")]]) {
    expect(sortInputs(combineInputs(order))).toEqual([{ table: "t", column: "a", transformation: "AGGREGATION" }]);
  }
  expect(combineInputs([NO_INPUTS, NO_INPUTS]).size).toBe(0);
});

test("transformInputs never makes less of what was done before", () => {
  const sum = transformInputs(columnInput("t", "a"), "AGGREGATION");
  expect(sortInputs(transformInputs(sum, "TRANSFORMATION"))).toEqual(sortInputs(sum));
  expect(sortInputs(transformInputs(columnInput("t", "a"), "TRANSFORMATION"))).toEqual([{ table: "t", column: "a", transformation: "TRANSFORMATION" }]);
});

test("sortInputs sorts by table, then column", () => {
  const inputs = combineInputs([columnInput("tt", "a"), columnInput("t", "z"), columnInput("t", "b")]);
  expect(sortInputs(inputs).map(({ table, column }) => `${table}.${column}`)).toEqual(["t.b", "t.z", "tt.a"]);
});
