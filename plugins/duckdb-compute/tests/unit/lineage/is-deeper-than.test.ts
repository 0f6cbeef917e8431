import { expect, test } from "vitest";
import { isDeeperThan } from "../../../src/lineage/is-deeper-than.ts";

test("isDeeperThan counts lists and objects", () => {
  expect([isDeeperThan({ a: [{ b: 1 }] }, 3), isDeeperThan({ a: [{ b: 1 }] }, 2), isDeeperThan(1, 0)]).toEqual([false, true, false]);
});

test("isDeeperThan ends at once in what is far deeper", () => {
  let node: object = {};
  for (let depth = 0; depth < 200_000; depth += 1) node = { node };
  expect(isDeeperThan(node, 800)).toBe(true);
});
