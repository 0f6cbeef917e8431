import { expect, test } from "vitest";
import { sameKey } from "../../../src/materialize/same-key.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test.each([
  ["(1, 'a')", "(1, 'a')", true],
  ["(1, NULL)", "(1, NULL)", true],
  ["(1, 'a')", "(1, 'b')", false],
  ["(1, 'a')", "(1, NULL)", false],
])("sameKey of %s and %s is %s", async (old, fresh, same) => {
  const statements = await memoryStatements();
  const rows = `(VALUES ${old}) old(a, "b c"), (VALUES ${fresh}) new(a, "b c")`;
  expect(await statements.rows(`SELECT ${sameKey(["a", "b c"])} AS same FROM ${rows}`)).toEqual([{ same }]);
});
