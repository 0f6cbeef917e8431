import { describe, expect, test } from "vitest";
import { makeSecret } from "../../../src/config/secret-value.ts";
import { receivedType, valueAt } from "../../../src/config/value-at.ts";

describe("valueAt", () => {
  test("valueAt follows a path through objects and lists", () => {
    expect(valueAt({ a: [{ b: 7 }] }, ["a", 0, "b"])).toBe(7);
    expect(valueAt("root", [])).toBe("root");
  });

  test("valueAt is undefined where the path leads nowhere", () => {
    expect(valueAt({ a: 1 }, ["b"])).toBeUndefined();
    expect(valueAt({ a: 1 }, ["a", "b"])).toBeUndefined();
    expect(valueAt(null, ["a"])).toBeUndefined();
  });

  test("valueAt does not read what is inherited", () => {
    expect(valueAt({}, ["constructor"])).toBeUndefined();
  });

  test("valueAt survives a member that throws", () => {
    const hostile = {
      get broken(): string {
        throw new Error("no");
      },
    };
    expect(valueAt(hostile, ["broken", "x"])).toBeUndefined();
  });
});

describe("receivedType", () => {
  test.each<[unknown, string]>([
    [undefined, "missing"],
    [null, "null"],
    ["text", "string"],
    [1, "number"],
    [Number.NaN, "NaN"],
    [[], "array"],
    [{}, "object"],
    [makeSecret("x"), "secret"],
  ])("receivedType of %o is %s", (value, expected) => {
    expect(receivedType(value)).toBe(expected);
  });
});
