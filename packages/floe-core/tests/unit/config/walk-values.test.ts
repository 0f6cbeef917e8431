import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { walkValues } from "../../../src/config/walk-values.ts";

function walk(root: unknown, limit = 1000): { values: unknown[]; sawAll: boolean } {
  const values: unknown[] = [];
  const generator = walkValues(root, limit);
  for (let step = generator.next(); ; step = generator.next()) {
    if (step.done === true) return { values, sawAll: step.value };
    values.push(step.value);
  }
}

const texts = (root: unknown): unknown[] => walk(root).values.filter((value) => typeof value === "string");

describe("walkValues", () => {
  test("walkValues yields a value that is no object, and nothing else", () => {
    expect(walk("a")).toEqual({ values: ["a"], sawAll: true });
    expect(walk(null)).toEqual({ values: [null], sawAll: true });
  });

  test("walkValues yields the near before the far", () => {
    expect(texts({ a: { b: { c: "far" } }, d: ["near"], e: "first" })).toEqual(["first", "near", "far"]);
  });

  test("walkValues opens maps, sets and class instances", () => {
    class Holder {
      readonly inner = "instance";
    }
    expect(texts([new Map([["key", { a: "value" }]]), new Set(["member"]), new Holder()])).toEqual([
      "key",
      "member",
      "instance",
      "value",
    ]);
  });

  test("walkValues opens what errors do not list", () => {
    const error = new AggregateError([new Error("inner")], "outer", { cause: "why" });
    expect(texts(error)).toEqual(expect.arrayContaining(["AggregateError", "outer", "why", "inner"]));
  });

  test("walkValues opens maps and sets of another realm", () => {
    expect(texts(runInNewContext("[new Map([['key', 'value']]), new Set(['member'])]"))).toEqual(["key", "value", "member"]);
  });

  test("walkValues yields and opens what else is said to be in an object", () => {
    const values = [...walkValues({ a: "own" }, 1000, (object) => ("a" in object ? ["more", ["opened"]] : []))];
    expect(values.filter((value) => typeof value === "string")).toEqual(["own", "more", "opened"]);
  });

  test("walkValues opens each object once", () => {
    const ring: Record<string, unknown> = { a: "once" };
    ring.self = ring;
    expect(texts({ ring, again: ring })).toEqual(["once"]);
  });

  test("walkValues does not open typed arrays", () => {
    expect(walk({ bytes: new Uint8Array(3) }).values).toHaveLength(2);
  });

  test("walkValues stops at its limit and says so", () => {
    const { values, sawAll } = walk([["a"], ["b"], ["c"]], 2);
    expect(sawAll).toBe(false);
    expect(values.filter((value) => typeof value === "string")).toEqual([]);
  });

  test("walkValues leaves out what throws when it is read", () => {
    const hostile = {
      get broken(): string {
        throw new Error("no");
      },
      fine: "fine",
    };
    const deaf = new Proxy({}, {
      ownKeys: () => {
        throw new Error("no");
      },
    });
    expect(texts([hostile, deaf])).toEqual(["fine"]);
  });
});
