import { expect, test } from "vitest";
import { objectOf } from "../../../../src/contract/shapes/object-of.ts";

test("objectOf gives an object as it is", () => {
  const value = { a: 1 };
  expect(objectOf(value, "x")).toBe(value);
});

test.each([null, undefined, [], "text", 1])("objectOf refuses %j", (value) => {
  expect(() => objectOf(value, "The answer")).toThrow("The answer is no object");
});
