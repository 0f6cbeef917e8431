import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { copied } from "../../../../src/contract/realm/copied.ts";

test("copied shares nothing with what it copies, instances included", () => {
  const original = { list: [{ a: 1 }], at: new Date(0) };
  const copy = copied(original);
  expect(copy).toStrictEqual(original);
  expect(copy.list[0]).not.toBe(original.list[0]);
  expect(copy.at).not.toBe(original.at);
});

test("copied gives arrays and plain objects the prototypes of this realm", () => {
  const copy = copied(runInNewContext("({ list: [] })") as { readonly list: readonly unknown[] });
  expect(Reflect.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(copy.list).toBeInstanceOf(Array);
});

test("copied throws where there is something that is no data", () => {
  expect(() => copied({ call: () => 1 })).toThrow("could not be cloned");
});
