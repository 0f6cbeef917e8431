import { describe, expect, test } from "vitest";
import { orderTransforms } from "../../../src/transforms/order-transforms.ts";

function order(graph: Readonly<Record<string, readonly string[]>>) {
  const { order: ordered, cycles } = orderTransforms(Object.entries(graph).map(([name, dependsOn]) => ({ name, dependsOn })));
  return { order: ordered.map(({ name }) => name), cycles };
}

describe("orderTransforms", () => {
  test("orderTransforms puts each after those it needs and keeps the given order otherwise", () => {
    expect(order({ c: ["a"], b: [], a: [], d: ["c", "b"] })).toEqual({ order: ["b", "a", "c", "d"], cycles: [] });
  });

  test("orderTransforms ignores names from elsewhere and repeated ones", () => {
    expect(order({ a: ["x", "b", "b"], b: [] })).toEqual({ order: ["b", "a"], cycles: [] });
  });

  test("orderTransforms finds a closed path for every member of a cycle, as short as can be", () => {
    const graph = { a: ["b"], b: ["c"], c: ["a", "b"], self: ["self"], behind: ["a"], free: [] };
    expect(order(graph)).toEqual({ order: ["free"], cycles: [["a", "b", "c", "a"], ["self", "self"]] });
    expect(order({ c: ["a", "b"], a: ["b"], b: ["c"] }).cycles).toEqual([["c", "b", "c"], ["a", "b", "c", "a"]]);
  });

  test("orderTransforms orders a chain of thousands", () => {
    const graph = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`t${i}`, i === 4999 ? [] : [`t${i + 1}`]]));
    expect(order(graph).order[0]).toBe("t4999");
    expect(order(graph).order).toHaveLength(5000);
  });
});
