import { expect, test } from "vitest";
import { ensureJson } from "../../../../src/contract/shapes/ensure-json.ts";

test("ensureJson gives an object of plain JSON", () => {
  const value = { a: [1, "b", null, { c: true }] };
  expect(ensureJson(value, "x")).toBe(value);
});

const circular: { self?: object } = {};
circular.self = circular;

test.each([
  ["a date", { at: new Date(0) }],
  ["a set", { set: new Set() }],
  ["a function", { call: () => 1 }],
  ["a bigint", { big: 1n }],
  ["not a number", { number: Number.NaN }],
  ["itself", circular],
])("ensureJson refuses an object that holds %s", (_, value) => {
  expect(() => ensureJson(value, "The answer")).toThrow("The answer holds something that JSON cannot hold");
});

test("ensureJson refuses JSON that is no object", () => {
  expect(() => ensureJson([], "The answer")).toThrow("The answer is no object");
});
