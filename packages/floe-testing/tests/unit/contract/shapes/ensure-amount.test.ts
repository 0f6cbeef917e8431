import { expect, test } from "vitest";
import { ensureAmount } from "../../../../src/contract/shapes/ensure-amount.ts";

test.each([0, 0.5, 12])("ensureAmount takes %d", (value) => {
  expect(() => ensureAmount(value, "x")).not.toThrow();
});

test.each([undefined, "1", -1, Number.NaN, Number.POSITIVE_INFINITY])("ensureAmount refuses %s", (value) => {
  expect(() => ensureAmount(value, "durationMs")).toThrow("durationMs is no number from 0 on");
});
