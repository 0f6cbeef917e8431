import { isDeepStrictEqual } from "node:util";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ownRealm } from "../../../../src/contract/realm/own-realm.ts";

const foreign = (code: string): unknown => runInNewContext(code);

test.each([
  ["({ a: [1, { b: null }], c: undefined })", { a: [1, { b: null }], c: undefined }],
  ["[[], [undefined]]", [[], [undefined]]],
  ["[,, 1]", Object.assign([], { 2: 1 })],
  ["Object.assign([1], { more: 2 })", Object.assign([1], { more: 2 })],
  ['JSON.parse(\'{"__proto__":{"a":1}}\')', JSON.parse('{"__proto__":{"a":1}}')],
  ["({ [Symbol.for('key')]: 1 })", { [Symbol.for("key")]: 1 }],
])("ownRealm makes %s anew, of this realm", (code, expected) => {
  expect(isDeepStrictEqual(foreign(code), expected)).toBe(false);
  expect(isDeepStrictEqual(ownRealm(foreign(code)), expected)).toBe(true);
});

test("ownRealm leaves what has no prototype without one, and leaves out what cannot be enumerated", () => {
  const made = ownRealm(Object.defineProperty(Object.create(null) as object, "hidden", { value: 1 }));
  expect(Reflect.getPrototypeOf(made)).toBeNull();
  expect(Reflect.ownKeys(made)).toEqual([]);
});

test("ownRealm copes with data that leads back to itself", () => {
  const made = ownRealm(foreign("const a = { list: [] }; a.list.push(a); a")) as { readonly list: readonly unknown[] };
  expect(made.list[0]).toBe(made);
});

test.each<[unknown]>([[new Date(0)], [new Map()], [new (class Own {})()], [new (class extends Array {})()], [Uint8Array.of(1)], [() => 1], ["text"], [null]])(
  "ownRealm leaves %o as it is",
  (value) => {
    expect(ownRealm(value)).toBe(value);
  },
);
