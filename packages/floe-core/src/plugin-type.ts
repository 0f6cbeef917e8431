/**
 * The eleven built-in plugin types. Each value is the type's entry-point group: the JSON path in a
 * package.json under which plugins of that type are listed.
 *
 * @example
 * ```ts
 * import { PluginType } from "floe-core";
 * console.log(PluginType.COMPUTE); // floe.computes
 * ```
 */
export const PluginType = {
  COMPUTE: "floe.computes",
  ORCHESTRATOR: "floe.orchestrators",
  CATALOG: "floe.catalogs",
  STORAGE: "floe.storage",
  TELEMETRY_BACKEND: "floe.telemetry_backends",
  LINEAGE_BACKEND: "floe.lineage_backends",
  DBT: "floe.dbt",
  SEMANTIC_LAYER: "floe.semantic_layers",
  INGESTION: "floe.ingestion",
  SECRETS: "floe.secrets",
  IDENTITY: "floe.identity",
} as const;

/** One of the eleven built-in entry-point groups. A platform's own groups join through `PluginTypes`. */
export type PluginType = (typeof PluginType)[keyof typeof PluginType];
