import { expect, test } from "vitest";
import { referencedTables } from "../../../src/references/referenced-tables.ts";

const table = (name: string, schema?: string) => ({ type: "BASE_TABLE", table_name: name, ...(schema !== undefined && { schema_name: schema }) });

test("referencedTables names each table once, whatever its case, sorted", () => {
  expect(referencedTables({ from: [table("t"), table("T"), table("b"), table("t"), table("t", "s")] })).toEqual(["T", "b", "s.t"]);
});
