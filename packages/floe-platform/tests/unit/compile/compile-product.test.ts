import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileProduct, type CompileInput } from "../../../src/compile/compile-product.ts";

function inputAt(root: string): CompileInput {
  return {
    name: "flights",
    root,
    plugins: [{ key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "1.0.0", config: { path: "${env:P}" } }],
    transforms: [
      {
        name: "daily",
        sql: "SELECT 1",
        path: path.join(root, "models", "daily.sql"),
        schema: undefined,
        materialization: "table",
        tags: [],
        dependsOn: [],
        meta: {},
        compute: null,
      },
      { name: "inline", sql: "SELECT 2", materialization: "view", tags: [], dependsOn: [], meta: {}, compute: null },
    ],
    sources: [{ name: "raw", path: path.join(root, "raw.csv") }],
    schedule: undefined,
  };
}

const root = path.resolve("product");

describe("compileProduct", () => {
  test("compileProduct gives plain, frozen JSON", () => {
    const artifacts = compileProduct(inputAt(root));
    expect(artifacts).toMatchObject({ version: "1.0", product: { name: "flights", root } });
    expect(JSON.parse(JSON.stringify(artifacts))).toEqual(artifacts);
    expect(Object.hasOwn(artifacts.transforms[0]!, "schema")).toBe(false);
    expect(Object.hasOwn(artifacts, "schedule")).toBe(false);
    expect(Object.isFrozen(artifacts) && Object.isFrozen(artifacts.plugins[0]!.config)).toBe(true);
  });

  test("compileProduct hashes equal inputs alike, wherever the product is", () => {
    const { hash } = compileProduct(inputAt(root));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(compileProduct(inputAt(root)).hash).toBe(hash);
    expect(compileProduct(inputAt(path.resolve("elsewhere"))).hash).toBe(hash);
  });

  test.each<[string, (input: CompileInput) => CompileInput]>([
    ["name", (input) => ({ ...input, name: "other" })],
    ["plugins", (input) => ({ ...input, plugins: [] })],
    ["transforms", (input) => ({ ...input, transforms: [...input.transforms].reverse() })],
    ["sources", (input) => ({ ...input, sources: [] })],
    ["schedule", (input) => ({ ...input, schedule: { cron: "@daily", timezone: "UTC" } })],
  ])("compileProduct hashes another %s differently", (_, change) => {
    expect(compileProduct(change(inputAt(root))).hash).not.toBe(compileProduct(inputAt(root)).hash);
  });

  test("compileProduct carries the schedule", () => {
    const schedule = { cron: "@daily", timezone: "UTC" };
    expect(compileProduct({ ...inputAt(root), schedule }).schedule).toEqual(schedule);
  });
});
