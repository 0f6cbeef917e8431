import { expect, test } from "vitest";
import { resolveNamespace } from "../../../src/naming/resolve-namespace.ts";

test.each([
  ["prod", "prod"],
  ["{product}", "flights"],
  ["prod.{product}/{product}", "prod.flights/flights"],
  ["{domain}.{product}", "default"],
  ["", "default"],
])("resolveNamespace makes of the template %j %j", (template, expected) => {
  expect(resolveNamespace({ strategy: "any", template, defaultNamespace: "default" }, "flights")).toBe(expected);
});
