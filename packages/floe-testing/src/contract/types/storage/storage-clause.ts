/** What a storage plugin promises besides what every plugin does. */
export type StorageClause =
  | "storage/reads-what-it-wrote"
  | "storage/hands-out-copies"
  | "storage/refuses-what-is-absent"
  | "storage/deletes"
  | "storage/lists-below-a-prefix"
  | "storage/warehouse-uri"
  | "storage/dbt-profile"
  | "storage/catalog-config"
  | "storage/helm-values"
  | "storage/keeps-secrets-in-templates"
  | "storage/honours-signals";
