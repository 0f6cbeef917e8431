import { expect, test } from "vitest";
import { Unclear } from "../../../src/lineage/unclear.ts";

test("Unclear says what was not understood", () => {
  expect(String(new Unclear("a query PIVOT"))).toBe("Unclear: a query PIVOT");
});
