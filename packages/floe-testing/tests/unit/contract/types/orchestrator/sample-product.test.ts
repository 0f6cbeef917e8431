import { expect, test } from "vitest";
import { SAMPLE_TRANSFORMS, sampleProduct, sampleTransform } from "../../../../../src/contract/types/orchestrator/sample-product.ts";
import { orderTransforms } from "../../../../../src/fakes/order-transforms.ts";

test("SAMPLE_TRANSFORMS are in dependency order, as those of a compiled product", () => {
  expect(orderTransforms(SAMPLE_TRANSFORMS)).toEqual(SAMPLE_TRANSFORMS);
});

test("sampleProduct is a compiled product that nobody can change", () => {
  const product = sampleProduct("/root", [sampleTransform("a")]);
  expect(product).toMatchObject({ version: "1.0", product: { root: "/root" }, transforms: [{ name: "a" }] });
  expect([product, ...product.transforms].every((part) => Object.isFrozen(part))).toBe(true);
});

test("sampleTransform needs what it is told to need", () => {
  expect(sampleTransform("a", "b", "c")).toMatchObject({ name: "a", dependsOn: ["b", "c"], materialization: "table" });
});
