/** What a lineage backend promises besides what every plugin does. */
export type LineageBackendClause =
  | "lineage-backend/transport"
  | "lineage-backend/transport-address"
  | "lineage-backend/transport-timeout"
  | "lineage-backend/namespace-strategy"
  | "lineage-backend/helm-values"
  | "lineage-backend/connection"
  | "lineage-backend/honours-signals";
