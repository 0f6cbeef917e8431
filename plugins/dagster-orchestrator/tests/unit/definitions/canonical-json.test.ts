import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/definitions/canonical-json.ts";

test("canonicalJson sorts the members of every object, and leaves lists in their order", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
});
