/** What a dbt plugin promises besides what every plugin does. */
export type DbtClause =
  | "dbt/runtime-metadata"
  | "dbt/capabilities"
  | "dbt/compiles"
  | "dbt/gives-its-manifest"
  | "dbt/runs-models"
  | "dbt/gives-its-run-results"
  | "dbt/tests-models"
  | "dbt/lints"
  | "dbt/refuses-a-missing-project"
  | "dbt/honours-signals";
