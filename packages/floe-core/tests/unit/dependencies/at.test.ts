import { expect, test } from "vitest";
import { at } from "../../../src/dependencies/at.ts";

test("at reads the number at an index", () => {
  expect(at(Int32Array.of(5, 6, 7), 2)).toBe(7);
});
