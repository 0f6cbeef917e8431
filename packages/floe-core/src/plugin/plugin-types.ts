import type { CatalogPlugin } from "./catalog-plugin.ts";
import type { ComputePlugin } from "./compute-plugin.ts";
import type { DbtPlugin } from "./dbt-plugin.ts";
import type { IdentityPlugin } from "./identity-plugin.ts";
import type { IngestionPlugin } from "./ingestion-plugin.ts";
import type { LineageBackendPlugin } from "./lineage-backend-plugin.ts";
import type { OrchestratorPlugin } from "./orchestrator-plugin.ts";
import type { SecretsPlugin } from "./secrets-plugin.ts";
import type { SemanticLayerPlugin } from "./semantic-layer-plugin.ts";
import type { StoragePlugin } from "./storage-plugin.ts";
import type { TelemetryBackendPlugin } from "./telemetry-backend-plugin.ts";

/**
 * Entry-point group to the type of its plugins: what `registry.get(group, name)` resolves with. A platform
 * adds its own types by declaration merging:
 *
 * ```ts
 * declare module "floe-core" {
 *   interface PluginTypes {
 *     "floe.widgets": WidgetPlugin;
 *   }
 * }
 * ```
 */
export interface PluginTypes {
  "floe.computes": ComputePlugin;
  "floe.orchestrators": OrchestratorPlugin;
  "floe.catalogs": CatalogPlugin;
  "floe.storage": StoragePlugin;
  "floe.telemetry_backends": TelemetryBackendPlugin;
  "floe.lineage_backends": LineageBackendPlugin;
  "floe.dbt": DbtPlugin;
  "floe.semantic_layers": SemanticLayerPlugin;
  "floe.ingestion": IngestionPlugin;
  "floe.secrets": SecretsPlugin;
  "floe.identity": IdentityPlugin;
}

/** Every entry-point group known to the type checker: the eleven, and those that a platform merged in. */
export type EntryPointGroup = keyof PluginTypes;
