import { expect, test } from "vitest";
import { listOf } from "../../../../src/contract/shapes/list-of.ts";

test("listOf gives the texts of a list", () => {
  expect(listOf(["a", ""], "x")).toEqual(["a", ""]);
  expect(listOf([], "x")).toEqual([]);
});

test("listOf refuses what is no list of texts", () => {
  expect(() => listOf("ab", "errors")).toThrow("errors is no list");
  expect(() => listOf(new Set(["a"]), "errors")).toThrow("errors is no list");
  expect(() => listOf(["a", 1], "errors")).toThrow("errors holds something that is no text");
});
