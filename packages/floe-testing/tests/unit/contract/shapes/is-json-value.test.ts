import { expect, test } from "vitest";
import { isJsonValue } from "../../../../src/contract/shapes/is-json-value.ts";

test.each([
  [{ a: [1, "b", null, true] }, true],
  [{ since: new Date(0) }, false],
  [{ call: () => 1 }, false],
  [{ missing: undefined }, false],
  [{ count: 1n }, false],
  [new Map(), false],
])("isJsonValue says whether JSON holds %o as it is", (value, expected) => {
  expect(isJsonValue(value)).toBe(expected);
});
