import { describe, expect, test } from "vitest";
import { assetMetadata } from "../../../src/definitions/asset-metadata.ts";
import { transform } from "../../support/product.ts";

describe("assetMetadata", () => {
  test("shows name, path, SQL and what the author added", () => {
    const one = transform("a-b", [], { sql: " SELECT 1\n", path: "/p/a.sql", meta: { dagster: {}, description: "x", team: "core" } });
    expect(assetMetadata(one)).toEqual({
      "floe/transform": { type: "text", value: "a-b" },
      "floe/path": { type: "path", value: "/p/a.sql" },
      "floe/sql": { type: "md", value: "```sql\nSELECT 1\n```" },
      "floe/meta": { type: "json", value: { team: "core" } },
    });
  });

  test("keeps a description that is no text among what the author added", () => {
    expect(assetMetadata(transform("a", [], { meta: { description: 5 } }))["floe/meta"]?.value).toEqual({ description: 5 });
  });

  test("leaves out what is not stated", () => {
    expect(Object.keys(assetMetadata(transform("a")))).toEqual(["floe/transform", "floe/sql"]);
  });

  test("fences SQL that has fences of its own", () => {
    expect(assetMetadata(transform("a", [], { sql: "SELECT '````'" }))["floe/sql"]?.value).toBe("`````sql\nSELECT '````'\n`````");
  });

  test("cuts long SQL and says so", () => {
    const { value } = assetMetadata(transform("a", [], { sql: "x".repeat(10_005) }))["floe/sql"]!;
    expect(value).toContain(`${"x".repeat(10_000)}\n-- … 5 more characters\n`);
  });
});
