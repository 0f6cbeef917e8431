import { describe, expect, test } from "vitest";
import { listOf, partsOf, pathOf } from "../../../src/config/schema-parts.ts";

describe("partsOf", () => {
  test("partsOf gives objects and functions as they are", () => {
    const schema = { def: 1 };
    const parse = (): void => undefined;
    expect(partsOf(schema)).toBe(schema);
    expect(partsOf(parse)).toBe(parse);
  });

  test.each([[undefined], [null], ["text"], [1]])("partsOf gives nothing of %o", (value) => {
    expect(partsOf(value)).toEqual({});
  });
});

describe("listOf", () => {
  test("listOf gives lists as they are, and an empty one for anything else", () => {
    const list = [1];
    expect(listOf(list)).toBe(list);
    expect(listOf("text")).toEqual([]);
    expect(listOf({ length: 1 })).toEqual([]);
  });
});

describe("pathOf", () => {
  test("pathOf keeps the steps that can be steps", () => {
    const step = Symbol("step");
    expect(pathOf(["a", 1, step, null, {}, true])).toEqual(["a", 1, step]);
    expect(pathOf(undefined)).toEqual([]);
  });
});
