import { expect, test } from "vitest";
import { columnNames } from "../../../src/session/column-names.ts";
import { memoryStatements } from "../../support/open-memory.ts";

test("columnNames names the columns in order", async () => {
  const statements = await memoryStatements();
  expect(await statements.prepared('SELECT 1 AS a, 2 AS "B c", 3 AS a', async (statement) => columnNames(statement))).toEqual(["a", "B c", "a"]);
});
