import { expect, test } from "vitest";
import { orderTransforms } from "../../../src/fakes/order-transforms.ts";
import { transform } from "../../support/artifacts.ts";

function order(...transforms: Parameters<typeof orderTransforms>[0]): readonly string[] {
  return orderTransforms(transforms).map(({ name }) => name);
}

test("orderTransforms puts each transform after those it depends on, else as given", () => {
  expect(order(transform("c", "b"), transform("x"), transform("b", "a"), transform("a"))).toEqual(["x", "a", "b", "c"]);
  expect(order()).toEqual([]);
});

test("orderTransforms refuses a name that is there twice", () => {
  expect(() => order(transform("a"), transform("a"))).toThrow("share a name");
});

test("orderTransforms refuses an unknown dependency, and names it", () => {
  expect(() => order(transform("a", "b"))).toThrow("a depends on b, which is unknown");
});

test("orderTransforms refuses a cycle, and names its members", () => {
  expect(() => order(transform("a", "b"), transform("b", "a"), transform("c"))).toThrow("a, b depend on each other");
});
