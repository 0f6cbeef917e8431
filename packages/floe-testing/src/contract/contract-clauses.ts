import { PluginType } from "floe-core";
import { BASE_CLAUSES } from "./base/base-clauses.ts";
import type { Clause } from "./clause.ts";
import { CATALOG_CLAUSES } from "./types/catalog/catalog-clauses.ts";
import { COMPUTE_CLAUSES } from "./types/compute/compute-clauses.ts";
import { DBT_CLAUSES } from "./types/dbt/dbt-clauses.ts";
import { IDENTITY_CLAUSES } from "./types/identity/identity-clauses.ts";
import { INGESTION_CLAUSES } from "./types/ingestion/ingestion-clauses.ts";
import { LINEAGE_BACKEND_CLAUSES } from "./types/lineage-backend/lineage-backend-clauses.ts";
import { ORCHESTRATOR_CLAUSES } from "./types/orchestrator/orchestrator-clauses.ts";
import { SECRETS_CLAUSES } from "./types/secrets/secrets-clauses.ts";
import { SEMANTIC_LAYER_CLAUSES } from "./types/semantic-layer/semantic-layer-clauses.ts";
import { STORAGE_CLAUSES } from "./types/storage/storage-clauses.ts";
import { TELEMETRY_BACKEND_CLAUSES } from "./types/telemetry-backend/telemetry-backend-clauses.ts";

/** By entry-point group, what plugins of the type promise besides. */
const BY_TYPE: Readonly<Record<PluginType, readonly Clause[]>> = {
  [PluginType.COMPUTE]: COMPUTE_CLAUSES,
  [PluginType.ORCHESTRATOR]: ORCHESTRATOR_CLAUSES,
  [PluginType.CATALOG]: CATALOG_CLAUSES,
  [PluginType.STORAGE]: STORAGE_CLAUSES,
  [PluginType.TELEMETRY_BACKEND]: TELEMETRY_BACKEND_CLAUSES,
  [PluginType.LINEAGE_BACKEND]: LINEAGE_BACKEND_CLAUSES,
  [PluginType.DBT]: DBT_CLAUSES,
  [PluginType.SEMANTIC_LAYER]: SEMANTIC_LAYER_CLAUSES,
  [PluginType.INGESTION]: INGESTION_CLAUSES,
  [PluginType.SECRETS]: SECRETS_CLAUSES,
  [PluginType.IDENTITY]: IDENTITY_CLAUSES,
};

/** All clauses that a plugin of `type` has to keep, in the order in which they are tried. */
export function contractClauses(type: PluginType): readonly Clause[] {
  return [...BASE_CLAUSES, ...BY_TYPE[type]];
}
