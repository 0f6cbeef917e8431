import { describe, expect, test } from "vitest";
import { isName } from "../../../src/product/name-rule.ts";
import { NAME, REFERENCE, reference, SHARED_SCHEMAS, TEMPLATE, TEXT, VARIABLE } from "../../../src/schema/shared-schemas.ts";
import { isWholeReference } from "../../../src/variables/resolve-references.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

function accepts(name: string, value: unknown): boolean {
  return validatorOf({ ...reference(name), $defs: SHARED_SCHEMAS })(value).length === 0;
}

describe("SHARED_SCHEMAS", () => {
  test.each(["a", "Flights_2-x", "a".repeat(128), "a".repeat(129), "", "1a", "_a", "a b", "a.b", "ä", "a\n"])(
    "SHARED_SCHEMAS judges the name %j as the platform does",
    (name) => {
      expect(accepts(NAME, name)).toBe(isName(name));
    },
  );

  test.each(["${env:A}", "${env:A_1:-}", "${env:A:-x y}", "${secret:a/b c}", "${env:A}${env:B}", "x${env:A}", "${env:1}", "${env}", "4"])(
    "SHARED_SCHEMAS judges whether %j is a whole reference as the platform does",
    (text) => {
      expect(accepts(REFERENCE, text)).toBe(isWholeReference(text));
    },
  );

  test.each<[string, unknown, boolean]>([
    [TEMPLATE, "x-${secret:a}", true],
    [TEMPLATE, "x", false],
    [TEMPLATE, 4, false],
    [VARIABLE, "x-${env:A}", true],
    [VARIABLE, "${secret:a}", false],
    [NAME, "${env:A}", true],
    [NAME, "${secret:a}", false],
    [TEXT, " a ", true],
    [TEXT, " \n", false],
    [TEXT, 4, false],
  ])("SHARED_SCHEMAS: %s of %j is %s", (name, value, expected) => {
    expect(accepts(name, value)).toBe(expected);
  });

  test("reference leads to names with any characters", () => {
    const schema = { ...reference("a/b~c %é"), $defs: { "a/b~c %é": { const: 1 } } };
    expect(validatorOf(schema)(1)).toEqual([]);
    expect(validatorOf(schema)(2)).toEqual([" const"]);
  });
});
