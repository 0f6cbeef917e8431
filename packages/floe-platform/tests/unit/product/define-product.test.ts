import { expect, test } from "vitest";
import { defineProduct, type ProductConfig } from "../../../src/product/define-product.ts";

test("defineProduct gives the product back as it is", () => {
  const product: ProductConfig = { name: "x", plugins: { compute: ["duckdb", { type: "spark" }] } };
  expect(defineProduct(product)).toBe(product);
});
