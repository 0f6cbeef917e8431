import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileProduct, type CompileInput } from "../../../src/compile/compile-product.ts";
import type { JsonSchema } from "../../../src/schema/json-schema.ts";
import { validatorOf } from "../../support/json-schema-validator.ts";

function inputAt(root: string): CompileInput {
  return {
    name: "flights",
    root,
    plugins: [{ key: "floe.computes:duckdb", package: "floe-duckdb-compute", version: "1.0.0", config: { path: "${env:P}" } }],
    selected: ["floe.computes:duckdb"],
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

describe("the published schema of compiled artifacts", () => {
  const schema = createRequire(import.meta.url)("floe-core/schema/compiled-artifacts.json") as JsonSchema;
  const validate = validatorOf(schema);
  const [daily] = compileProduct(inputAt(root)).transforms;

  test.each<[string, Partial<CompileInput>]>([
    ["a product from files and SQL", {}],
    ["an empty product", { plugins: [], selected: [], transforms: [], sources: [] }],
    ["a schedule", { schedule: { cron: "@daily", timezone: "UTC" } }],
    ["every setting of a transform", {
      transforms: [
        { ...daily!, schema: "marts", tags: ["daily"], dependsOn: ["raw"], meta: { owner: "a" }, compute: "duckdb" },
        { ...daily!, name: "by_key", materialization: "incremental", uniqueKey: ["id"] },
        { ...daily!, name: "by_time", materialization: "incremental", watermark: "at" },
      ],
    }],
  ])("compileProduct keeps to it: %s", (_, change) => {
    expect(validate(compileProduct({ ...inputAt(root), ...change }))).toEqual([]);
  });

  test("it may be without the selected plugins", () => {
    const { selected: _, ...artifacts } = compileProduct(inputAt(root));
    expect(validate(artifacts)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["another version", { version: "2.0" }, "/version const"],
    ["an unknown key", { secrets: {} }, " additionalProperties"],
    ["a plugin without its package", { plugins: [{ key: "floe.computes:duckdb", version: "1.0.0", config: {} }] }, "/plugins/0 required"],
    ["a plugin's bare name", { selected: ["duckdb"] }, "/selected/0 pattern"],
    ["a transform without SQL", { transforms: [{ ...daily, sql: undefined }] }, "/transforms/0 required"],
    ["a key of a table that does not grow", { transforms: [{ ...daily, uniqueKey: ["id"] }] }, "/transforms/0/uniqueKey false schema"],
    ["a table that grows by nothing", { transforms: [{ ...daily, materialization: "incremental" }] }, "/transforms/0 oneOf"],
    ["a source without path", { sources: [{ name: "raw" }] }, "/sources/0 required"],
    ["a hash that is none", { hash: "abc" }, "/hash pattern"],
  ])("it refuses %s", (_, change, problem) => {
    expect(validate({ ...compileProduct(inputAt(root)), ...change })).toContain(problem);
  });
});
