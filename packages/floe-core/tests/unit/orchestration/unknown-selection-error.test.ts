import { describe, expect, test } from "vitest";
import { UnknownSelectionError } from "../../../src/orchestration/unknown-selection-error.ts";

describe("UnknownSelectionError", () => {
  test("names every unknown transform and the nearest known one", () => {
    const error = new UnknownSelectionError({
      unknown: [{ name: "ordrs", nearest: "orders" }, { name: "xyz" }],
      available: ["orders"],
    });
    expect(error).toMatchObject({
      code: "FLOE_ORCHESTRATOR_SELECTION",
      message: 'Cannot select transforms: the product has no "ordrs", "xyz"',
      hint: 'Did you mean "orders" instead of "ordrs"?',
      available: ["orders"],
    });
  });

  test("lists what there is when nothing is near, but not without end", () => {
    const names = Array.from({ length: 21 }, (_, index) => `t${index}`);
    const hint = (available: readonly string[]): string =>
      new UnknownSelectionError({ unknown: [{ name: "other" }], available }).hint;
    expect(hint(["a", "b"])).toBe("Its transforms are a, b.");
    expect(hint(names)).toMatch(/t19, \.\.\.\.$/);
    expect(hint([])).toBe("The product has no transforms.");
  });
});
