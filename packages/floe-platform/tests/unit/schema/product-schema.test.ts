import { describe, expect, test } from "vitest";
import { pluginGroups } from "../../../src/product/plugin-keys.ts";
import { readProduct } from "../../../src/product/read-product.ts";
import { productSchema } from "../../../src/schema/product-schema.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";
import { problemsOf, readerOf } from "../../support/reader-of.ts";

const validate = validatorOf(productSchema({ compute: {}, storage: {} }, {}));

/** Whether reading the same file finds nothing wrong with its shape. */
function isReadable(product: unknown): boolean {
  const reader = readerOf(JSON.stringify(product));
  readProduct(reader, pluginGroups({}));
  return problemsOf(reader).length === 0;
}

const base = { name: "flights", plugins: { compute: "duckdb" } };

describe("productSchema", () => {
  test.each([
    base,
    { name: "a", plugins: {} },
    { ...base, sources: [] },
    { ...base, sources: [{ name: "raw", path: "./raw.csv" }] },
    { ...base, transforms: "./models" },
    { ...base, transforms: [] },
    { ...base, transforms: ["./a.sql", { path: "./b.sql" }, { path: "./c.sql", name: "see" }, { name: "d", sql: "SELECT 1" }] },
    { ...base, schedule: { cron: "0 6 * * *" } },
    { ...base, schedule: { cron: " @daily ", timezone: "Europe/Berlin" } },
  ])("productSchema accepts what can be read: %j", (product) => {
    expect(validate(product)).toEqual([]);
    expect(isReadable(product)).toBe(true);
  });

  test.each<[unknown, string]>([
    [[], " type"],
    ["flights", " type"],
    [{}, " required"],
    [{ plugins: {} }, " required"],
    [{ name: "a" }, " required"],
    [{ ...base, name: "1" }, "/name pattern"],
    [{ ...base, name: 1 }, "/name type"],
    [{ ...base, transfroms: "./models" }, " additionalProperties"],
    [{ ...base, plugins: [] }, "/plugins type"],
    [{ ...base, plugins: null }, "/plugins type"],
    [{ ...base, plugins: { computes: "duckdb" } }, "/plugins additionalProperties"],
    [{ ...base, sources: null }, "/sources type"],
    [{ ...base, sources: {} }, "/sources type"],
    [{ ...base, sources: ["./raw.csv"] }, "/sources/0 type"],
    [{ ...base, sources: [{ name: "raw" }] }, "/sources/0 required"],
    [{ ...base, sources: [{ path: "./raw.csv" }] }, "/sources/0 required"],
    [{ ...base, sources: [{ name: "raw data", path: "./raw.csv" }] }, "/sources/0/name pattern"],
    [{ ...base, sources: [{ name: "raw", path: "" }] }, "/sources/0/path pattern"],
    [{ ...base, sources: [{ name: "raw", path: "a", format: "csv" }] }, "/sources/0 additionalProperties"],
    [{ ...base, transforms: "" }, "/transforms pattern"],
    [{ ...base, transforms: null }, "/transforms type"],
    [{ ...base, transforms: {} }, "/transforms type"],
    [{ ...base, transforms: [7] }, "/transforms/0 type"],
    [{ ...base, transforms: [{}] }, "/transforms/0 required"],
    [{ ...base, transforms: [{ name: "a" }] }, "/transforms/0 required"],
    [{ ...base, transforms: [{ sql: "SELECT 1" }] }, "/transforms/0 required"],
    [{ ...base, transforms: [{ name: "a", sql: " " }] }, "/transforms/0/sql pattern"],
    [{ ...base, transforms: [{ name: "a", sql: "SELECT 1", path: "a.sql" }] }, "/transforms/0 additionalProperties"],
    [{ ...base, transforms: [{ name: "9", path: "a.sql" }] }, "/transforms/0/name pattern"],
    [{ ...base, schedule: null }, "/schedule type"],
    [{ ...base, schedule: "@daily" }, "/schedule type"],
    [{ ...base, schedule: {} }, "/schedule required"],
    [{ ...base, schedule: { cron: "0 6 * *" } }, "/schedule/cron pattern"],
    [{ ...base, schedule: { cron: "0 0 6 * * *" } }, "/schedule/cron pattern"],
    [{ ...base, schedule: { cron: "@daily", timezone: "" } }, "/schedule/timezone pattern"],
    [{ ...base, schedule: { cron: "@daily", zone: "UTC" } }, "/schedule additionalProperties"],
  ])("productSchema refuses what cannot be read: %j", (product, problem) => {
    expect(validate(product)).toContain(problem);
    expect(isReadable(product)).toBe(false);
  });

  test("productSchema asks for an engine where there is SQL", () => {
    expect(validate({ name: "a", plugins: { storage: "s3" }, transforms: "./models" })).toContain("/plugins required");
  });

  test("productSchema takes references to the environment in place of any scalar", () => {
    const product = {
      name: "${env:NAME}",
      plugins: { compute: "duckdb" },
      sources: [{ name: "${env:N}", path: "${env:P}" }],
      transforms: "${env:T:-./models}",
      schedule: { cron: "${env:CRON}", timezone: "${env:TZ:-UTC}" },
    };
    expect(validate(product)).toEqual([]);
  });
});
