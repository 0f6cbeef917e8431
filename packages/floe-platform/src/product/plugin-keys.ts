import { PluginType, type EntryPointGroup, type PluginTypeDefinition } from "floe-core";

/** The keys under `plugins` of a platform file, each with its entry-point group. */
export const PLUGIN_KEYS: Readonly<Record<string, EntryPointGroup>> = Object.freeze({
  compute: PluginType.COMPUTE,
  orchestrator: PluginType.ORCHESTRATOR,
  catalog: PluginType.CATALOG,
  storage: PluginType.STORAGE,
  telemetryBackend: PluginType.TELEMETRY_BACKEND,
  lineageBackend: PluginType.LINEAGE_BACKEND,
  dbt: PluginType.DBT,
  semanticLayer: PluginType.SEMANTIC_LAYER,
  ingestion: PluginType.INGESTION,
  secrets: PluginType.SECRETS,
  identity: PluginType.IDENTITY,
});

/** Key under `plugins` to definition: the types that a platform adds to the eleven. */
export type PlatformTypes = Readonly<Record<string, PluginTypeDefinition>>;

/** All keys under `plugins`, each with its group: the eleven and the platform's own. */
export function pluginGroups(types: PlatformTypes): Readonly<Record<string, EntryPointGroup>> {
  // A platform merges its groups into EntryPointGroup, which this package cannot see.
  const own = Object.entries(types).map(([key, { group }]) => [key, group as EntryPointGroup] as const);
  return Object.freeze({ ...PLUGIN_KEYS, ...Object.fromEntries(own) });
}
