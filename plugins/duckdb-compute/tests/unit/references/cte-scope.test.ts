import { expect, test } from "vitest";
import { isCte, withCte } from "../../../src/references/cte-scope.ts";

test("isCte knows every name of the chain, in any case", () => {
  const scope = withCte(withCte(undefined, "Outer"), "inner");
  expect(["outer", "INNER", "other"].map((name) => isCte(scope, name))).toEqual([true, true, false]);
  expect(isCte(undefined, "outer")).toBe(false);
});

test("withCte leaves the scope it starts from as it is", () => {
  const outer = withCte(undefined, "a");
  withCte(outer, "b");
  expect(isCte(outer, "b")).toBe(false);
});
