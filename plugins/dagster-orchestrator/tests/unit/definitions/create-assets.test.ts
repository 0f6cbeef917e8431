import { InvalidTransformsError } from "floe-core";
import { describe, expect, test } from "vitest";
import { createAssets } from "../../../src/definitions/create-assets.ts";
import { DagsterDefinitionsError } from "../../../src/errors/dagster-definitions-error.ts";
import { transform } from "../../support/product.ts";

describe("createAssets", () => {
  test("makes one asset per transform, after what it needs, with its key in Dagster", () => {
    const meta = { dagster: { owners: ["team:x"] } };
    const last = transform("c-d", ["b", "a", "b"], { tags: ["t"], schema: "s", path: "/c.sql", compute: "duckdb", meta });
    expect(createAssets([last, transform("b"), transform("a", [], { materialization: "view" })])).toEqual([
      { name: "b", dependsOn: [], tags: [], metadata: { key: "b", materialization: "table" } },
      { name: "a", dependsOn: [], tags: [], metadata: { key: "a", materialization: "view" } },
      {
        name: "c-d",
        dependsOn: ["a", "b"],
        tags: ["t"],
        metadata: { key: "c_d", materialization: "table", schema: "s", path: "/c.sql", compute: "duckdb", meta },
      },
    ]);
  });

  test("refuses duplicates, cycles and unknown dependencies", () => {
    expect(() => createAssets([transform("a"), transform("a")])).toThrow(InvalidTransformsError);
    expect(() => createAssets([transform("a", ["b"]), transform("b", ["a"])])).toThrow(InvalidTransformsError);
    expect(() => createAssets([transform("a", ["x"])])).toThrow(InvalidTransformsError);
  });

  test("refuses at once everything that Dagster would", () => {
    const create = (): unknown => createAssets([transform("a-b"), transform("a_b"), transform("type"), transform("c", [], { tags: ["x y"] })]);
    expect(create).toThrow(DagsterDefinitionsError);
    expect(create).toThrow(expect.objectContaining({ problems: [expect.anything(), expect.anything(), expect.anything()] }));
  });
});
