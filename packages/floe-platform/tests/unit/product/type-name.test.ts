import { expect, test } from "vitest";
import { typeName } from "../../../src/product/type-name.ts";

test.each([
  [undefined, "nothing"],
  [null, "null"],
  [[1], "a list"],
  ["x", "a text"],
  [{}, "a mapping"],
  [1, "a number"],
  [true, "a boolean"],
])("typeName calls %j %s", (value, name) => {
  expect(typeName(value)).toBe(name);
});
