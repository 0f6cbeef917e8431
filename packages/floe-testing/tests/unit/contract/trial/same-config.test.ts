import { runInNewContext } from "node:vm";
import { secret } from "floe-core/config";
import { expect, test } from "vitest";
import { tokenSchema } from "../../../../src/broken/token-schema.ts";
import { isSameConfig } from "../../../../src/contract/trial/same-config.ts";

function token(text: string): unknown {
  const result = tokenSchema.safeParse({ token: text });
  return result.success ? result.data : undefined;
}

test.each([
  [{ a: 1, b: [{ c: "x" }] }, { b: [{ c: "x" }], a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ list: ["a", "b"] }, { list: ["b", "a"] }, false],
  [{ at: new Date(0) }, { at: new Date(0) }, true],
  [{ at: new Date(0) }, { at: new Date(1) }, false],
  [undefined, undefined, true],
  [null, {}, false],
])("isSameConfig of %j and %j is %j", (one, other, isSame) => {
  expect(isSameConfig(one, other)).toBe(isSame);
});

test("isSameConfig looks into secrets, of any make and at any depth", () => {
  const of = (text: string): unknown => ({ nested: [{ token: secret().parse(text) }] });
  expect(isSameConfig(of("a"), of("a"))).toBe(true);
  expect(isSameConfig(of("a"), of("b"))).toBe(false);
  expect(isSameConfig(token("a"), token("a"))).toBe(true);
  expect(isSameConfig(token("a"), token("b"))).toBe(false);
  expect(isSameConfig(of("a"), { nested: [{ token: "a" }] })).toBe(false);
});

test("isSameConfig takes the functions that a schema makes for the same", () => {
  const make = (): object => ({ retry: () => 1 });
  expect(isSameConfig(make(), make())).toBe(true);
  expect(isSameConfig(make(), { retry: undefined })).toBe(false);
});

test("isSameConfig looks into what another realm made, as jest has several", () => {
  const of = (text: string): unknown => runInNewContext("({ list: [{ token }], retry: () => 1 })", { token: secret().parse(text) });
  expect(isSameConfig(of("a"), of("a"))).toBe(true);
  expect(isSameConfig(of("a"), of("b"))).toBe(false);
  expect(isSameConfig(of("a"), { list: [{ token: secret().parse("a") }], retry: () => 1 })).toBe(true);
});
