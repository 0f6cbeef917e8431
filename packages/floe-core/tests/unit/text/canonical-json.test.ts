import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/text/canonical-json.ts";

test("canonicalJson sorts the members of every object, and leaves lists in their order", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
});

test("canonicalJson does not depend on the order of keys nor on what is undefined", () => {
  const text = '{"a":[{"x":1,"y":null}],"b":"t"}';
  expect(canonicalJson({ b: "t", a: [{ y: null, x: 1 }], c: undefined })).toBe(text);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});

test("canonicalJson keeps the order of lists", () => {
  expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
});
