import { FLOE_PLUGIN_API_VERSION, isCompatible, type DiscoveryReport, type PluginInfo } from "floe-core";
import type { JsonDocument } from "./json-document.ts";

/** What `floe plugins list --json` prints. */
export interface PluginsDocument extends JsonDocument {
  readonly command: "plugins list";
  /** The plugin API of this floe. */
  readonly apiVersion: string;
  /** By key. `isCompatible` is null where the plugin states no API version before it is loaded. */
  readonly plugins: readonly (PluginInfo & { readonly isCompatible: boolean | null })[];
  readonly skipped: DiscoveryReport["skipped"];
  readonly conflicts: DiscoveryReport["conflicts"];
  readonly packagesRead: number;
  readonly durationMs: number;
}

/** The document for what is installed. */
export function pluginsDocument(plugins: readonly PluginInfo[], report: DiscoveryReport): PluginsDocument {
  const { skipped, conflicts, packagesRead, durationMs } = report;
  return {
    version: "1.0",
    command: "plugins list",
    ok: true,
    apiVersion: FLOE_PLUGIN_API_VERSION,
    plugins: plugins.map((plugin) => ({ ...plugin, isCompatible: compatibility(plugin) })),
    skipped,
    conflicts,
    packagesRead,
    durationMs,
  };
}

function compatibility({ apiVersion }: PluginInfo): boolean | null {
  return apiVersion === undefined ? null : isCompatible(apiVersion, FLOE_PLUGIN_API_VERSION);
}
