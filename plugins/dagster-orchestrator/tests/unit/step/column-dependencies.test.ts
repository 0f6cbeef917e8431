import { describe, expect, test } from "vitest";
import { columnDependencies } from "../../../src/step/column-dependencies.ts";

const keys = new Map([["daily-orders", "daily_orders"], ["total", "total"]]);
const input = { column: "id", transformation: "IDENTITY" } as const;

function keyOf(table: string): string | undefined {
  return columnDependencies([{ column: "a", inputs: [{ ...input, table }] }], keys)["a"]?.[0]?.asset_key;
}

describe("columnDependencies", () => {
  test.each([
    ["daily-orders", "daily_orders"],
    ["DAILY-ORDERS", "daily_orders"],
    ["mart.Daily-Orders", "daily_orders"],
    ["product.main.total", "total"],
    ["raw-rows", "raw_rows"],
    ["Source", "Source"],
  ])("takes table %s for asset %s", (table, key) => {
    expect(keyOf(table)).toBe(key);
  });

  test("names a dependency once, however many ways it has, and a column without any", () => {
    const inputs = [
      { ...input, table: "total" },
      { column: "ID", table: "main.total", transformation: "AGGREGATION" },
      { ...input, table: "source" },
    ] as const;
    expect(columnDependencies([{ column: "a", inputs }, { column: "b", inputs: [] }], keys)).toEqual({
      a: [
        { asset_key: "total", column_name: "ID" },
        { asset_key: "source", column_name: "id" },
      ],
      b: [],
    });
  });
});
