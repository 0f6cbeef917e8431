import { expect, test } from "vitest";
import { ctesOf } from "../../../src/references/ctes-of.ts";

test("ctesOf lists the CTEs in the order they are written", () => {
  const map = [{ key: "b", value: { query: 1 } }, { key: "a", value: { query: 2 } }];
  expect(ctesOf({ cte_map: { map } })).toEqual([{ name: "b", definition: { query: 1 } }, { name: "a", definition: { query: 2 } }]);
});

test("ctesOf copes with a node that has none, or others than expected", () => {
  expect([ctesOf({}), ctesOf({ cte_map: "none" })]).toEqual([[], []]);
  expect(ctesOf({ cte_map: { map: [null, { key: "a" }] } })).toEqual([{ name: "", definition: {} }, { name: "a", definition: {} }]);
});
