import { expect, test } from "vitest";
import { asNode, listOf, textOf } from "../../../src/references/syntax-node.ts";

test("asNode answers objects only", () => {
  const node = { a: 1 };
  expect(asNode(node)).toBe(node);
  for (const other of [[node], null, undefined, "a", 1]) expect(asNode(other)).toBeUndefined();
});

test("textOf answers the empty string for what is no text", () => {
  expect([textOf({ a: "x" }, "a"), textOf({ a: 1 }, "a"), textOf({}, "a")]).toEqual(["x", "", ""]);
});

test("listOf answers an empty list for what is no list", () => {
  expect([listOf({ a: [1] }, "a"), listOf({ a: 1 }, "a"), listOf({}, "a")]).toEqual([[1], [], []]);
});
