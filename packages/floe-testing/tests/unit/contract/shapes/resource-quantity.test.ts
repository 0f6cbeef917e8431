import { expect, test } from "vitest";
import { quantityOf } from "../../../../src/contract/shapes/resource-quantity.ts";

test.each([
  ["100m", 0.1],
  ["2", 2],
  ["1.5", 1.5],
  [".5", 0.5],
  ["256Mi", 256 * 2 ** 20],
  ["4Gi", 4 * 2 ** 30],
  ["1k", 1000],
  ["1e3", 1000],
])("quantityOf reads %s", (text, expected) => {
  expect(quantityOf(text)).toBeCloseTo(expected);
});

test.each(["", "two cores", "4GB", "-1", "1 Gi", "4gi", "1K", 2, undefined])("quantityOf takes %o for no quantity", (text) => {
  expect(quantityOf(text)).toBeUndefined();
});
