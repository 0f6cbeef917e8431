import { describe, expect, test } from "vitest";
import { dagsterName, findNameProblem } from "../../../src/naming/dagster-name.ts";

test("dagsterName turns every - into _ and leaves the rest alone", () => {
  expect(["a-b--c", "a_b", "Ab9"].map(dagsterName)).toEqual(["a_b__c", "a_b", "Ab9"]);
});

describe("findNameProblem", () => {
  test("takes letters, digits and _ in any place", () => {
    expect(["a", "9z", "_x", "in_", "Result"].map(findNameProblem)).toEqual(Array.from({ length: 5 }));
  });

  test.each(["context", "import", "None"])("refuses the reserved word %s", (name) => {
    expect(findNameProblem(name)).toBe("Dagster or Python keeps that word for itself");
  });

  test.each(["", "a.b", "a b", "ä", "a-b"])("refuses %j", (name) => {
    expect(findNameProblem(name)).toBe("Dagster allows letters, digits and _ only");
  });
});
