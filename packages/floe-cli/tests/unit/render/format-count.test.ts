import { expect, test } from "vitest";
import { countOf, formatCount } from "../../../src/render/format-count.ts";

test("formatCount separates thousands", () => {
  expect([0, 999, 3_000_000].map(formatCount)).toEqual(["0", "999", "3,000,000"]);
});

test("countOf adds the noun, in the plural unless there is one", () => {
  expect([0, 1, 1000].map((count) => countOf(count, "row"))).toEqual(["0 rows", "1 row", "1,000 rows"]);
});
