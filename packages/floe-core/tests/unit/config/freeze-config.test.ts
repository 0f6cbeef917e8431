import fc from "fast-check";
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

  test("freezeConfig leaves out what is inherited", () => {
    const prototype: object = Object.defineProperty(Object.create(null), "inherited", { value: {}, enumerable: true });
    const copy = freezeConfig(Object.create(prototype) as object);
    expect(Object.keys(copy)).toStrictEqual([]);
    expect(Object.getPrototypeOf(copy)).toBe(prototype);
  });

  test("freezeConfig makes a plain list of one that has a class of its own", () => {
    class OwnList extends Array<object> {}
    const list = OwnList.of({ a: 1 }, { b: 2 });
    const copy = freezeConfig(list);
    expect(copy).toStrictEqual([{ a: 1 }, { b: 2 }]);
    expect([copy.constructor, Object.isFrozen(copy), Object.isFrozen(copy[1])]).toStrictEqual([Array, true, true]);
  });

  test("freezeConfig freezes what a key __proto__ holds", () => {
    const copy = freezeConfig(JSON.parse('{"__proto__": {"inner": []}}') as object);
    const held = Object.getOwnPropertyDescriptor(copy, "__proto__")?.value as { inner: unknown[] };
    expect([Object.isFrozen(held), Object.isFrozen(held.inner)]).toStrictEqual([true, true]);
  });

  test("freezeConfig keeps what grows beyond all bounds when it is written out", () => {
    // Forty levels, each twice the one below: a tree of 2 ** 40.
    let level: { one?: object; other?: object } = {};
    for (let depth = 0; depth < 40; depth += 1) level = { one: level, other: level };
    const copy = freezeConfig(level);
    expect(copy.one).toBe(copy.other);
    expect(Object.isFrozen(copy.one)).toBe(true);
  });

  test.each<[string, (shared: object) => object]>([
    ["a list", (shared) => Array.from({ length: 5_000 }, () => shared)],
    ["an object", (shared) => Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`m${index}`, shared]))],
  ])("freezeConfig does not copy what is shared for every member of %s", (_, holding) => {
    let copied = 0;
    const shared = { get member() { return (copied += 1); } };
    freezeConfig(holding(shared));
    expect(copied).toBeLessThan(1_100);
  });

  test("freezeConfig copies the same whether or not it comes to so much that it has to remember", () => {
    const much = Array.from({ length: 1_001 }, () => ({}));
    fc.assert(
      fc.property(fc.object({ withNullPrototype: true, withSparseArray: true, withDate: true }), (config) => {
        const alone = freezeConfig(config);
        expect(alone).toStrictEqual(config);
        expect(freezeConfig({ config, much }).config).toStrictEqual(alone);
        expect(containersIn(alone).every(Object.isFrozen)).toBe(true);
        expect(containersIn(config).some(Object.isFrozen)).toBe(false);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test.each([[undefined], [null], ["text"], [1]])("freezeConfig gives %o back", (value) => {
    expect(freezeConfig(value)).toBe(value);
  });
});

function containersIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return [value, ...Object.values(value).flatMap(containersIn)];
}
