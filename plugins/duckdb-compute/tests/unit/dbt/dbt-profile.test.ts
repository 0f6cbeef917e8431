import { describe, expect, test } from "vitest";
import { dbtProfile } from "../../../src/dbt/dbt-profile.ts";
import { configOf } from "../../support/config-of.ts";

const profileOf = (input: Readonly<Record<string, unknown>>) => dbtProfile({ config: configOf(input), baseDir: "/platform" });

describe("dbtProfile", () => {
  test("is short for the defaults", () => {
    expect(profileOf({})).toEqual({ type: "duckdb", path: ":memory:", schema: "main", threads: 2, settings: { memory_limit: "1GB" } });
  });

  test("has everything else in dbt-duckdb's own words, with absolute paths", () => {
    const profile = profileOf({
      path: "data/a.duckdb",
      readOnly: true,
      extensions: ["sqlite_scanner"],
      settings: { TimeZone: "UTC", preserve_insertion_order: false, max_expression_depth: 5, extension_directory: "/ext" },
      attach: [{ path: "other.db", alias: "other", readOnly: true }, { path: "/d/s.db", alias: "s", type: "sqlite" }],
    });
    expect(profile).toEqual({
      type: "duckdb",
      path: "/platform/data/a.duckdb",
      schema: "main",
      threads: 2,
      extensions: ["sqlite_scanner"],
      settings: { memory_limit: "1GB", TimeZone: "UTC", preserve_insertion_order: false, max_expression_depth: 5 },
      config_options: { extension_directory: "/ext", access_mode: "READ_ONLY" },
      attach: [
        { path: "/platform/other.db", alias: "other", read_only: true },
        { path: "/d/s.db", alias: "s", type: "sqlite" },
      ],
    });
  });

  test("leaves out extensions that every DuckDB has in it, which dbt-duckdb would download all the same", () => {
    expect(profileOf({ extensions: ["icu", "json", "parquet", "core_functions"] })).not.toHaveProperty("extensions");
    expect(profileOf({ extensions: ["icu", "spatial"] })).toMatchObject({ extensions: ["spatial"] });
  });

  test("has templates in place of credentials", () => {
    const profile = profileOf({
      settings: { s3_secret_access_key: "hunter2" },
      attach: [{ path: "password=hunter3", alias: "pg main", type: "postgres" }],
    });
    expect(profile["settings"]).toMatchObject({
      s3_secret_access_key: "{{ env_var('DBT_ENV_SECRET_FLOE_DUCKDB_S3_SECRET_ACCESS_KEY') }}",
    });
    expect(profile["attach"]).toEqual([
      { path: "{{ env_var('DBT_ENV_SECRET_FLOE_DUCKDB_ATTACH_PG_MAIN') }}", alias: "pg main", type: "postgres" },
    ]);
    expect(JSON.stringify(profile)).not.toContain("hunter");
  });
});
