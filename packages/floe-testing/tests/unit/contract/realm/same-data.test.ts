import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { isSameData } from "../../../../src/contract/realm/same-data.ts";

test("isSameData compares data of two realms", () => {
  const foreign: unknown = runInNewContext("({ a: [1, { b: 'x' }] })");
  expect(isSameData(foreign, { a: [1, { b: "x" }] })).toBe(true);
  expect(isSameData(foreign, { a: [1, { b: "y" }] })).toBe(false);
});

test.each([
  [{ a: undefined }, {}],
  [[undefined], Array.from({ length: 1 }).fill(null)],
  [Object.assign([], { length: 1 }), [undefined]],
  [Object.create(null), {}],
  [new (class Own {})(), {}],
  [new (class extends Array {})(), []],
  [{ at: new Date(0) }, { at: new Date(0).toISOString() }],
  [[0], [-0]],
])("isSameData is as strict as Node: %o is not %o", (one, other) => {
  expect(isSameData(one, other)).toBe(false);
});
