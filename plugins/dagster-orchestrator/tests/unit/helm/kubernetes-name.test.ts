import { expect, test } from "vitest";
import { kubernetesName } from "../../../src/helm/kubernetes-name.ts";

test.each([
  ["shop", "shop"],
  ["My_Shop--eu", "my-shop-eu"],
  ["9lives", "floe-9lives"],
  ["_a_", "floe-a"],
  ["x".repeat(128), "x".repeat(40)],
  [`${"x".repeat(39)}_y`, "x".repeat(39)],
])("kubernetesName makes of %s: %s", (name, made) => {
  expect(kubernetesName(name)).toBe(made);
  expect(made).toMatch(/^[a-z]([a-z0-9-]*[a-z0-9])?$/);
});
