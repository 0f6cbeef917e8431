import { describe, expect, test } from "vitest";
import { freezeConfig } from "../../../src/config/freeze-config.ts";
import { makeSecret } from "../../../src/config/secret-value.ts";

describe("freezeConfig", () => {
  test("freezeConfig copies and freezes plain objects and arrays, however deep", () => {
    const original = { a: { b: [{ c: 1 }, [2]] } };
    const copy = freezeConfig(original);
    expect(copy).toEqual(original);
    for (const part of [copy, copy.a, copy.a.b, copy.a.b[0], copy.a.b[1]]) expect(Object.isFrozen(part)).toBe(true);
  });

  test("freezeConfig leaves the original as it is", () => {
    const original = { list: [1], inner: {} };
    const copy = freezeConfig(original);
    expect(copy.list).not.toBe(original.list);
    expect([original, original.list, original.inner].some((part) => Object.isFrozen(part))).toBe(false);
  });

  test("freezeConfig shares what is neither plain object nor array, untouched", () => {
    const shared = { date: new Date(0), map: new Map([["a", {}]]), secret: makeSecret("x"), run: () => 1, own: new (class {})() };
    const copy = freezeConfig(shared);
    for (const key of Object.keys(shared) as (keyof typeof shared)[]) expect(copy[key]).toBe(shared[key]);
    expect([shared.date, shared.map, shared.run, shared.own].some((value) => Object.isFrozen(value))).toBe(false);
  });

  test("freezeConfig keeps cycles and shared parts", () => {
    interface Ring {
      self?: Ring;
      one: object;
      other: object;
    }
    const part = {};
    const ring: Ring = { one: part, other: part };
    ring.self = ring;
    const copy = freezeConfig(ring);
    expect(copy.self).toBe(copy);
    expect(copy.one).toBe(copy.other);
    expect(copy.one).not.toBe(part);
  });

  test("freezeConfig copies a key __proto__ as a key", () => {
    const copy = freezeConfig(JSON.parse('{"__proto__": {"polluted": true}}') as object);
    expect(Object.hasOwn(copy, "__proto__")).toBe(true);
    expect(copy).not.toHaveProperty("polluted");
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  test("freezeConfig keeps an object without prototype so", () => {
    const bare: unknown = Object.assign(Object.create(null) as object, { a: 1 });
    expect(Object.getPrototypeOf(freezeConfig(bare))).toBeNull();
  });

  test("freezeConfig copies symbols, holes and lengths, and leaves out what is not enumerable", () => {
    const key = Symbol("key");
    const list: unknown[] = [];
    list[2] = "c";
    const original = Object.defineProperty({ [key]: 1, list }, "hidden", { value: 1, enumerable: false });
    const copy = freezeConfig(original);
    expect(copy[key]).toBe(1);
    expect(copy.list).toHaveLength(3);
    expect(0 in copy.list).toBe(false);
    expect(Object.hasOwn(copy, "hidden")).toBe(false);
  });

  test("freezeConfig goes deeper than the call stack", () => {
    let deep: { inner?: object } = {};
    for (let depth = 0; depth < 50_000; depth += 1) deep = { inner: deep };
    expect(Object.isFrozen(freezeConfig(deep).inner)).toBe(true);
  });

  test.each([[undefined], [null], ["text"], [1]])("freezeConfig gives %o back", (value) => {
    expect(freezeConfig(value)).toBe(value);
  });
});
