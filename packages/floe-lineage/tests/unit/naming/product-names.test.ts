import { describe, expect, test } from "vitest";
import { ProductNames } from "../../../src/naming/product-names.ts";
import { inProd, product, transform } from "../../support/product.ts";

const names = new ProductNames(product(), inProd);
const table = (name: string) => ({ namespace: "prod", name });

describe("ProductNames", () => {
  test("names the jobs after the product, a step's below it", () => {
    expect(names.job).toEqual({ namespace: "prod", name: "flights" });
    expect(names.step("routes")).toEqual({ namespace: "prod", name: "flights.routes" });
  });

  test("names an output by product, stated schema and table", () => {
    expect(names.output(transform("x"))).toEqual(table("flights.x"));
    expect(names.output(transform("x", [], { schema: "mart" }))).toEqual(table("flights.mart.x"));
  });

  test.each([
    ["raw_flights", { namespace: "file", name: "/data/flights.parquet" }],
    ["RAW_Flights", { namespace: "file", name: "/data/flights.parquet" }],
    ["stg_flights", table("flights.stg_flights")],
    ["main.stg_flights", table("flights.stg_flights")],
    ["db.main.STG_flights", table("flights.stg_flights")],
    ["routes", table("flights.mart.routes")],
    ["mart.routes", table("flights.mart.routes")],
    ["main.routes", table("flights.main.routes")],
    ["other.stg_flights", table("flights.other.stg_flights")],
    ["elsewhere", table("flights.elsewhere")],
  ])("knows what %s in SQL stands for", (name, expected) => {
    expect(names.dataset(name)).toEqual(expected);
  });
});
