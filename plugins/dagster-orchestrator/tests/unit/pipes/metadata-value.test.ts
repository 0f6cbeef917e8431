import { expect, test } from "vitest";
import { columnLineageValue, intValue, tableSchemaValue, textValue } from "../../../src/pipes/metadata-value.ts";

test("intValue, textValue, tableSchemaValue and columnLineageValue have the shapes of the protocol", () => {
  expect(intValue(3)).toEqual({ type: "int", raw_value: 3 });
  expect(textValue("a")).toEqual({ type: "text", raw_value: "a" });
  expect(tableSchemaValue([{ name: "id", type: "BIGINT" }])).toEqual({
    type: "table_schema",
    raw_value: { columns: [{ name: "id", type: "BIGINT" }] },
  });
  const dependencies = { id: [{ asset_key: "orders", column_name: "id" }] };
  expect(columnLineageValue(dependencies)).toEqual({ type: "table_column_lineage", raw_value: { deps_by_column: dependencies } });
});
