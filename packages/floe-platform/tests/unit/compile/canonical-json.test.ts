import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/compile/canonical-json.ts";

test("canonicalJson does not depend on the order of keys nor on what is undefined", () => {
  const text = '{"a":[{"x":1,"y":null}],"b":"t"}';
  expect(canonicalJson({ b: "t", a: [{ y: null, x: 1 }], c: undefined })).toBe(text);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});

test("canonicalJson keeps the order of lists", () => {
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});
