import { describe, expect, test } from "vitest";
import { discover } from "../../../src/discovery/discover.ts";
import { staticSource } from "../../../src/discovery/static-source.ts";
import { keysOf, requestFor, verdictsOf } from "./support/requests.ts";

class Plugin {}

describe("staticSource", () => {
  test("offers what its table lists, without reading any file", () => {
    const source = staticSource({
      "floe.dbt": { core: Plugin, fusion: { load: () => Plugin, version: "2.0.0" } },
      "floe.computes": { duckdb: async () => Plugin },
    });
    const { report } = discover([source], requestFor("/nowhere"), {});
    expect(keysOf(report)).toEqual(["floe.computes:duckdb", "floe.dbt:core", "floe.dbt:fusion"]);
    expect(report).toMatchObject({ packagesRead: 0, skipped: [], conflicts: [] });
    expect(report.entryPoints.map((entryPoint) => entryPoint.package)).toEqual([
      { name: "(static)", version: "0.0.0", path: "" },
      { name: "(static)", version: "0.0.0", path: "" },
      { name: "(static)", version: "2.0.0", path: "" },
    ]);
  });

  test("is called static, or as its options say", () => {
    expect(staticSource({}).name).toBe("static");
    const source = staticSource({ "floe.dbt": { core: Plugin } }, { name: "bundle", package: "app", version: "3.0.0" });
    expect(source.name).toBe("bundle");
    expect(source.discover(requestFor("/")).entries[0]?.entryPoint.package).toEqual({ name: "app", version: "3.0.0", path: "" });
  });

  test("gives what is wrong a verdict each", () => {
    const table = { "floe.compute": { a: Plugin }, "floe.dbt": { Bad: Plugin, good: Plugin }, "floe.storage": 1 } as never;
    const { report } = discover([staticSource(table)], requestFor("/"), {});
    expect(keysOf(report)).toEqual(["floe.dbt:good"]);
    expect(verdictsOf(report)).toEqual(["group_unknown floe.compute.a", "name_invalid floe.dbt.Bad", "group_invalid floe.storage"]);
    expect(report.skipped[0]).toMatchObject({ package: "(static)", file: "" });
  });

  test("becomes a verdict as a whole where there is no table", () => {
    const { report } = discover([staticSource(null as never)], requestFor("/"), {});
    expect(verdictsOf(report)).toEqual(["source_failed"]);
  });

  test("sees a table that grew since", () => {
    const table: Record<string, Record<string, typeof Plugin>> = { "floe.dbt": {} };
    const source = staticSource(table);
    expect(source.discover(requestFor("/")).entries).toHaveLength(0);
    table["floe.dbt"] = { core: Plugin };
    expect(source.discover(requestFor("/")).entries).toHaveLength(1);
  });
});
