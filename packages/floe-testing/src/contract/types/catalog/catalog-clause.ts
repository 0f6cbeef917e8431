/** What a catalog plugin promises besides what every plugin does. */
export type CatalogClause =
  | "catalog/connects"
  | "catalog/lists-namespaces"
  | "catalog/lists-below-a-parent"
  | "catalog/deletes-namespaces"
  | "catalog/keeps-what-is-not-empty"
  | "catalog/refuses-a-second-namespace"
  | "catalog/refuses-a-missing-namespace"
  | "catalog/lists-tables"
  | "catalog/drops-tables"
  | "catalog/purges-tables"
  | "catalog/refuses-a-second-table"
  | "catalog/refuses-a-missing-table"
  | "catalog/vends-credentials"
  | "catalog/honours-signals";
