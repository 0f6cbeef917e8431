import { describe, expect, test } from "vitest";
import { InvalidTransformsError } from "floe-core";
import { createAssets } from "../../../src/definitions/create-assets.ts";
import { transform } from "../../support/transform.ts";

describe("createAssets", () => {
  test("makes one asset per transform, dependencies first, each sorted and named once", () => {
    const assets = createAssets([transform("c", ["b", "a", "b"]), transform("a"), transform("b")]);
    expect(assets.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ["b", []],
      ["a", []],
      ["c", ["a", "b"]],
    ]);
  });

  test("carries what is stated as metadata and leaves out the rest", () => {
    const [stated, bare] = createAssets([
      transform("a", [], {
        materialization: "view",
        tags: ["daily"],
        schema: "mart",
        path: "/models/a.sql",
        compute: "duckdb",
        meta: { owner: "ada" },
      }),
      transform("b"),
    ]);
    expect(stated).toEqual({
      name: "a",
      dependsOn: [],
      tags: ["daily"],
      metadata: {
        materialization: "view",
        schema: "mart",
        path: "/models/a.sql",
        compute: "duckdb",
        meta: { owner: "ada" },
      },
    });
    expect(bare?.metadata).toEqual({ materialization: "table" });
  });

  test("refuses transforms without an order", () => {
    expect(() => createAssets([transform("a", ["a"])])).toThrow(InvalidTransformsError);
  });
});
