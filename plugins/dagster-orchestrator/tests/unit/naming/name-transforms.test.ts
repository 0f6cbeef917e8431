import { describe, expect, test } from "vitest";
import { nameTransforms } from "../../../src/naming/name-transforms.ts";
import { transform } from "../../support/product.ts";

describe("nameTransforms", () => {
  test("maps each name by the one rule", () => {
    const { keys, problems } = nameTransforms([transform("a-b"), transform("c")]);
    expect([...keys]).toEqual([["a-b", "a_b"], ["c", "c"]]);
    expect(problems).toEqual([]);
  });

  test("names both transforms that Dagster could not tell apart", () => {
    const { problems } = nameTransforms([transform("a-b"), transform("a_b")]);
    expect(problems).toEqual([
      { transform: "a_b", place: "name", value: "a_b", reason: 'in Dagster it becomes "a_b", as "a-b" does', remedy: "Give the transform another name." },
    ]);
  });

  test("lists every name that Dagster refuses", () => {
    const { problems } = nameTransforms([transform("import"), transform("a.b"), transform("good")]);
    expect(problems.map(({ value }) => value)).toEqual(["import", "a.b"]);
  });
});
