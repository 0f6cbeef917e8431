import type { BaseClause } from "./base-clause.ts";
import type { CatalogClause } from "./types/catalog/catalog-clause.ts";
import type { ComputeClause } from "./types/compute/compute-clause.ts";
import type { DbtClause } from "./types/dbt/dbt-clause.ts";
import type { IdentityClause } from "./types/identity/identity-clause.ts";
import type { IngestionClause } from "./types/ingestion/ingestion-clause.ts";
import type { LineageBackendClause } from "./types/lineage-backend/lineage-backend-clause.ts";
import type { PackageClause } from "./package/package-clause.ts";
import type { OrchestratorClause } from "./types/orchestrator/orchestrator-clause.ts";
import type { SecretsClause } from "./types/secrets/secrets-clause.ts";
import type { SemanticLayerClause } from "./types/semantic-layer/semantic-layer-clause.ts";
import type { StorageClause } from "./types/storage/storage-clause.ts";
import type { TelemetryBackendClause } from "./types/telemetry-backend/telemetry-backend-clause.ts";

/** What a plugin promises, by a stable id: the area and the promise. The area of a type's own promises is its name. */
export type ContractClause =
  | BaseClause
  | CatalogClause
  | ComputeClause
  | DbtClause
  | IdentityClause
  | IngestionClause
  | LineageBackendClause
  | OrchestratorClause
  | PackageClause
  | SecretsClause
  | SemanticLayerClause
  | StorageClause
  | TelemetryBackendClause;
