import type { TransformConfig } from "floe-core";
import { describe, expect, test } from "vitest";
import type { DagsterAsset } from "../../../src/definitions/dagster-document.ts";
import { dagsterMetaSchema } from "../../../src/definitions/dagster-meta.ts";
import { documentAsset, type AssetSurroundings } from "../../../src/definitions/document-asset.ts";
import { transform } from "../../support/product.ts";

const make = (one: TransformConfig, other: Partial<AssetSurroundings> = {}): DagsterAsset =>
  documentAsset(one, {
    product: "shop",
    reads: one.dependsOn,
    meta: dagsterMetaSchema.parse(one.meta["dagster"] ?? {}),
    compute: { name: "duckdb", sharing: "exclusive" },
    retries: { max: 0, delaySeconds: 0, backoff: "none" },
    ...other,
  });

describe("documentAsset", () => {
  test("has defaults for what a transform does not state", () => {
    expect(make(transform("a-b", ["d-e", "c"], { tags: ["t"] }))).toMatchObject({
      transform: "a-b", key: "a_b", deps: ["c", "d_e"], group: "shop", kinds: ["duckdb", "table"], tags: { t: "" }, owners: [],
      description: null, pool: "floe_shop_duckdb", retry: null, checks: [],
    });
  });

  test("takes what it states", () => {
    const dagster = {
      group: "raw", kinds: ["sql", "csv"], tags: { t: "1" }, owners: ["team:x", "team:x"], description: "for Dagster", retry: { max: 2, backoff: "linear" },
      checks: [{ name: "rows", minRows: 1, blocking: true }, { name: "columns", columns: ["id"], severity: "WARN", description: "d" }],
    };
    expect(make(transform("a", [], { tags: ["t", "u"], meta: { dagster, description: "for all" } }))).toMatchObject({
      group: "raw", kinds: ["csv", "sql"], tags: { t: "1", u: "" }, owners: ["team:x"], description: "for Dagster",
      retry: { max: 2, delaySeconds: 0, backoff: "linear" },
      checks: [
        { name: "columns", description: "d", severity: "WARN", blocking: false, minRows: null, maxRows: null, columns: ["id"] },
        { name: "rows", description: null, severity: "ERROR", blocking: true, minRows: 1, maxRows: null, columns: null },
      ],
    });
  });

  test("takes the description and the retries that are not for Dagster alone", () => {
    const retries = { max: 3, delaySeconds: 1, backoff: "none" } as const;
    expect(make(transform("a", [], { meta: { description: "for all" } }), { retries })).toMatchObject({ description: "for all", retry: retries });
    expect(make(transform("a", [], { meta: { dagster: { retry: { max: 0 } } } }), { retries }).retry).toBeNull();
  });

  test("puts steps of a compute that others may use at once into no pool", () => {
    expect(make(transform("a"), { compute: { name: "spark", sharing: "concurrent" } })).toMatchObject({ pool: null, kinds: ["spark", "table"] });
    expect(make(transform("a"), { compute: { name: null, sharing: "exclusive" } })).toMatchObject({ pool: "floe_shop_default", kinds: ["table"] });
  });

  test("changes its code version with what the transform makes, and with nothing else", () => {
    const version = (other: Partial<TransformConfig>): string => make(transform("a", [], other)).codeVersion;
    const same = version({});
    expect(same).toMatch(/^[0-9a-f]{32}$/);
    expect(version({ tags: ["t"], path: "/a.sql", meta: { x: 1 }, dependsOn: ["b"] })).toBe(same);
    const others = [{ sql: "SELECT 2" }, { materialization: "view" }, { schema: "s" }, { compute: "x" }, { uniqueKey: ["a"] }, { watermark: "w" }] as const;
    expect(new Set([same, ...others.map(version)]).size).toBe(7);
  });
});
