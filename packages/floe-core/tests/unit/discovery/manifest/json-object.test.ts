import { describe, expect, test } from "vitest";
import { isJsonObject, own } from "../../../../src/discovery/manifest/json-object.ts";

describe("isJsonObject", () => {
  test.each([[{}, true], [Object.create(null), true], [[], false], [null, false], ["{}", false], [undefined, false]])(
    "says of %j: %s",
    (value, expected) => {
      expect(isJsonObject(value)).toBe(expected);
    },
  );
});

describe("own", () => {
  test("does not see what is inherited", () => {
    expect([own({}, "constructor"), own({}, "__proto__"), own({}, "toString")]).toEqual([undefined, undefined, undefined]);
  });

  test("sees a member called __proto__ that JSON brought", () => {
    const parsed: unknown = JSON.parse('{ "__proto__": 1 }');
    expect(isJsonObject(parsed) && own(parsed, "__proto__")).toBe(1);
  });
});
