import { expect, test } from "vitest";
import { FREE_SLOT } from "../../../../src/graphql/operations/free-slot.ts";

test("FREE_SLOT binds run and step, and reads a boolean", () => {
  expect(FREE_SLOT.document).toContain("freeConcurrencySlots(runId: $runId, stepKey: $stepKey)");
  expect(FREE_SLOT.schema.parse({ freeConcurrencySlots: true })).toBe(true);
  expect(() => FREE_SLOT.schema.parse({ freeConcurrencySlots: { __typename: "UnauthorizedError" } })).toThrow();
});
