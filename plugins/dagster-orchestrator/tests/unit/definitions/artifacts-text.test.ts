import { expect, test } from "vitest";
import { artifactsText } from "../../../src/definitions/artifacts-text.ts";
import { product } from "../../support/product.ts";

test("artifactsText is the same for equal artifacts, whatever order their members were made in", () => {
  const artifacts = product([]);
  const reversed = Object.fromEntries(Object.entries(artifacts).reverse()) as unknown as typeof artifacts;
  expect(artifactsText(reversed)).toBe(artifactsText(artifacts));
  expect(JSON.parse(artifactsText(artifacts))).toEqual(artifacts);
});
