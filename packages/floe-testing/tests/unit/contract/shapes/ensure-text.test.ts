import { expect, test } from "vitest";
import { ensureText } from "../../../../src/contract/shapes/ensure-text.ts";

test("ensureText takes a text", () => {
  expect(() => ensureText("a", "x")).not.toThrow();
});

test.each([undefined, null, 1, "", " \n"])("ensureText refuses %j", (value) => {
  expect(() => ensureText(value, "The name")).toThrow("The name is no text, or an empty one");
});
