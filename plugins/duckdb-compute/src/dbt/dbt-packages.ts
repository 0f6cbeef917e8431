/** What dbt needs to run on DuckDB; pip takes the newest that fits. */
export const DBT_PACKAGES: readonly string[] = Object.freeze(["dbt-core>=1.8,<2.0", "dbt-duckdb>=1.9,<2.0"]);
